import type { Permission } from '@linli/shared';
import type { Neighbourhood } from './neighbourhood.js';
import { reachesNear, type Visitor } from './visitors.js';

/** How a visitor stands to an incident that the reporter reported in the near community's first grid. */
export interface Standings {
  reporterId: string;
  isReporter: (visitor: Visitor) => boolean;
  isStaff: (visitor: Visitor) => boolean;
  inScope: (permission: Permission) => (visitor: Visitor) => boolean;
  /** The same for what concerns the whole community; whoever is appointed to one estate has no part in it. */
  inCommunity: (permission: Permission) => (visitor: Visitor) => boolean;
}

export async function standingsIn({ database, town }: Neighbourhood): Promise<Standings> {
  const [reporter] = await database.query<{ id: string }>(
    "select id from person where demo_key = 'reporter'",
  );
  const reporterId = reporter?.id ?? '';
  const inScope = (permission: Permission) => (visitor: Visitor) => reachesNear(visitor, permission, town);
  const works = inScope('incident.workbench');
  const watches = inScope('incident.queue');
  return {
    reporterId,
    isReporter: (visitor) => visitor.personId === reporterId,
    isStaff: (visitor) => works(visitor) || watches(visitor),
    inScope,
    inCommunity: (permission) => (visitor) => inScope(permission)(beyondEstates(visitor)),
  };
}

const beyondEstates = (visitor: Visitor): Visitor => ({
  ...visitor,
  appointments: visitor.appointments.filter(({ estateId }) => !estateId),
});
