import { type AuditNamed, auditDetailsOf } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { AuditDetails } from '../../platform/audit/audit-details.js';
import { AreaQueries } from '../area/index.js';
import { PeopleService } from '../identity/index.js';
import { IncidentCategories } from '../incident/index.js';
import { OrganisationQueries } from '../organisation/index.js';

interface Kept {
  action: string;
  details: AuditDetails;
}

/**
 * The names of whom and what the details name by an id. They are looked up at reading and never kept: a sealed name could
 * not be erased.
 */
@Injectable()
export class AuditDetailNames {
  constructor(
    private readonly people: PeopleService,
    private readonly areas: AreaQueries,
    private readonly organisations: OrganisationQueries,
    private readonly categories: IncidentCategories,
  ) {}

  /** Of each entry by the detail's key; what is not known any more is absent. */
  async of(entries: readonly Kept[]): Promise<Record<string, string>[]> {
    const named = entries.map(namedIn);
    const idsOf = (kind: AuditNamed) => named.flat().flatMap(({ of, id }) => (of === kind ? [id] : []));
    const [person, area, estate, organisation, category] = await Promise.all([
      this.people.nameOf(idsOf('person')),
      this.areas.fullNames(idsOf('area')),
      this.areas.estateNames(idsOf('estate')),
      this.organisations.byId(idsOf('organisation')),
      this.categories.byCode(),
    ]);
    const nameOf = ({ of, id }: Named) => {
      if (of === 'organisation') return organisation.get(id)?.name;
      if (of === 'category') return category.get(id)?.label;
      return { person, area, estate }[of].get(id);
    };
    return named.map((ids) =>
      Object.fromEntries(
        ids.flatMap((one) => {
          const name = nameOf(one);
          return name ? [[one.key, name]] : [];
        }),
      ),
    );
  }
}

interface Named {
  key: string;
  of: AuditNamed;
  id: string;
}

function namedIn({ action, details }: Kept): Named[] {
  const known = auditDetailsOf(action);
  return Object.entries(details).flatMap(([key, id]) => {
    const of = known[key]?.of;
    return of === undefined || typeof id !== 'string' ? [] : [{ key, of, id }];
  });
}
