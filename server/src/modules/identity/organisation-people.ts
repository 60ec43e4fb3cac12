import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationPeople } from '../organisation/index.js';
import { NOT_ON_LEAVE } from './appointments.service.js';

const ACTS_NOW = `a.from_at <= ? and (a.to_at is null or a.to_at > ?) and p.suspended_at is null ${NOT_ON_LEAVE}`;

/** Of an organisation `o`: somebody acts for it; with the moment four times. */
export const HAS_PEOPLE = `exists (select 1 from appointment a join person p on p.id = a.person_id
            where a.organisation_id = o.id and ${ACTS_NOW})`;

/** In an organisation is whoever acts for it at this moment. */
@Injectable()
export class PeopleOfOrganisations implements OnModuleInit {
  constructor(private readonly people: OrganisationPeople) {}

  onModuleInit(): void {
    this.people.join(async (reading, organisationIds, now) => {
      const rows = await reading<{ id: string }>(
        `select distinct a.organisation_id as id from appointment a join person p on p.id = a.person_id
          where a.organisation_id in (?) and ${ACTS_NOW}`,
        [organisationIds, now, now, now, now],
      );
      return rows.map(({ id }) => id);
    });
  }
}
