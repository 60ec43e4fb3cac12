import type { OrganisationKind } from '@linli/shared';
import { DEMO_ORGANISATIONS } from '../demo-organisations.js';
import type { Hiring } from '../hiring.js';
import type { DemoOrganisations } from '../load-organisations.js';
import type { DemoActors } from '../load-people.js';
import type { Random } from '../random.js';
import { FULL_ORGANISATIONS } from './full-organisations.js';
import { Helpers } from './helpers.js';
import { familyName, fullName, type Phones } from './names.js';

/** How many of each kind answer for it with a telephone of their own. */
const PEOPLE: Record<OrganisationKind, number> = {
  property: 4,
  owners_committee: 2,
  police: 1,
  volunteers: 3,
  department: 1,
  merchant: 1,
  social: 2,
};

/** Gives every organisation its people, besides those whom the demo knows by name; from then on it may be sent for. */
export async function loadOrganisationPeople(
  hiring: Hiring,
  random: Random,
  phones: Phones,
  { organisations, actors }: { organisations: DemoOrganisations; actors: DemoActors },
): Promise<Helpers> {
  const helpers = new Helpers();
  for (const organisation of [...DEMO_ORGANISATIONS, ...FULL_ORGANISATIONS]) {
    const organisationId = organisations.get(organisation.name) ?? '';
    const people = [...actors.values()].filter(({ appointments }) =>
      appointments.some((one) => one.organisationId === organisationId),
    );
    const role = organisation.kind === 'department' ? 'department_officer' : 'co_helper';
    while (people.length < PEOPLE[organisation.kind]) {
      const name = fullName(random, familyName(random), 'adult');
      people.push(await hiring.hire({ name, phone: phones.next() }, role, { organisationId }));
    }
    helpers.add(organisation, { organisationId, people });
  }
  return helpers;
}
