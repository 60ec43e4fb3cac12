import type { OrganisationKind } from '@linli/shared';
import { DEMO_ORGANISATIONS } from '../demo-organisations.js';
import type { Hiring } from '../hiring.js';
import type { DemoOrganisations } from '../load-organisations.js';
import type { DemoActors } from '../load-people.js';
import type { Random } from '../random.js';
import { FULL_ORGANISATIONS } from './full-organisations.js';
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

/** Gives every organisation its people, besides those whom the demo knows by name. */
export async function loadOrganisationPeople(
  hiring: Hiring,
  random: Random,
  phones: Phones,
  { organisations, actors }: { organisations: DemoOrganisations; actors: DemoActors },
): Promise<void> {
  const held = [...actors.values()].flatMap(({ appointments }) => appointments);
  for (const { name: organisation, kind } of [...DEMO_ORGANISATIONS, ...FULL_ORGANISATIONS]) {
    const organisationId = organisations.get(organisation) ?? '';
    const known = held.filter((one) => one.organisationId === organisationId).length;
    const role = kind === 'department' ? 'department_officer' : 'co_helper';
    for (let at = known; at < PEOPLE[kind]; at++) {
      const name = fullName(random, familyName(random), 'adult');
      await hiring.hire({ name, phone: phones.next() }, role, { organisationId });
    }
  }
}
