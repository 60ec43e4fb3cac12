import { readNearIncidents } from '../../../../features/incident/api';
import type { NearIncident } from '../../../../request/contract';
import type { ReportDraft } from './report-draft';

/** Nobody's report waits longer than this for a look around. */
const PATIENCE_MS = 3_000;

/**
 * What is open near the draft's place and might be the same thing, without what the person has already said it is not.
 * A look around that fails or takes too long finds nothing: it must never hold a report back.
 */
export async function lookAround({
  id: ownId,
  categoryCode,
  where,
  notThese = [],
}: ReportDraft): Promise<NearIncident[]> {
  if (categoryCode === null || where === null) return [];
  const { placeCode, buildingId, spot } = where;
  const location = spot ? { ...spot, system: 'gcj02' as const } : where.location;
  // Words alone are near to nothing.
  if (!placeCode && !buildingId && !location) return [];
  const looking = readNearIncidents({
    categoryCode,
    ...(placeCode ? { placeCode } : buildingId ? { buildingId } : location),
  });
  const found = await Promise.race([looking.then(({ items }) => items).catch(() => []), patience()]);
  // This very report may be there already, when only the answer to it got lost.
  return found.filter(({ id }) => id !== ownId && !notThese.includes(id));
}

function patience(): Promise<NearIncident[]> {
  return new Promise((done) => {
    setTimeout(() => done([]), PATIENCE_MS);
  });
}
