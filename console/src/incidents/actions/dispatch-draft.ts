import { INCIDENT_ROUTES, type IncidentRoute } from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';
import { fromDateTimeInput } from '../../clock/shanghai-input';

/** One organisation's part while it is being written. Its id is the task's, so that sending twice makes one task. */
export interface PartDraft {
  id: string;
  organisationId: string | null;
  /** As the date field writes it. */
  due: string;
  note: string;
}

export interface DispatchDraft {
  route: IncidentRoute;
  parts: PartDraft[];
  /** Which part leads a joint one. */
  leadId: string | null;
}

export interface PartToSend {
  id: string;
  organisationId: string;
  dueAt: string;
  note: string;
  lead: boolean;
}

type Known = Pick<IncidentDetail, 'route' | 'tasks'>;

/** What already counts of a joint one: done, or still to be done. */
function counting({ route, tasks }: Known) {
  const states: readonly string[] = ['assigned', 'working', 'done'];
  return route === 'joint' ? tasks.filter(({ state }) => states.includes(state)) : [];
}

export function hasLead(incident: Known): boolean {
  return counting(incident).some(({ lead }) => lead);
}

/** How many organisations have to be chosen at least. */
export function partsNeeded(route: IncidentRoute, incident: Known): number {
  if (route === 'self') return 0;
  return route === 'assisted' ? 1 : Math.max(1, 2 - counting(incident).length);
}

/** As many parts as the route takes; what was written stays where it fits. */
export function fitParts(draft: DispatchDraft, incident: Known, make: () => PartDraft): DispatchDraft {
  const least = partsNeeded(draft.route, incident);
  const kept = draft.route === 'joint' ? draft.parts : draft.parts.slice(0, least);
  const parts = [...kept, ...Array.from({ length: Math.max(0, least - kept.length) }, make)];
  return { ...draft, parts };
}

/** What is to be sent, or what is still missing, in words. */
export function readDispatch(
  { route, parts, leadId }: DispatchDraft,
  incident: Known,
  nowMs: number,
): { tasks: PartToSend[]; missing: null } | { tasks: null; missing: string } {
  const joint = route === 'joint';
  const chosen = parts.map(({ organisationId }) => organisationId);
  const lacking = (missing: string) => ({ tasks: null, missing });
  if (chosen.includes(null)) return lacking(joint ? '每一份都要选一家单位' : '选一家来帮办的单位');
  if (new Set(chosen).size < chosen.length) return lacking('同一家单位只用派一份');
  if (joint && !hasLead(incident) && !parts.some(({ id }) => id === leadId)) return lacking('选一家牵头');
  const tasks: PartToSend[] = [];
  for (const { id, organisationId, due, note } of parts) {
    const dueAt = fromDateTimeInput(due);
    if (!note.trim()) return lacking('写一句要他们办什么');
    if (!dueAt) return lacking('选一个办结时间');
    if (Date.parse(dueAt) <= nowMs) return lacking('办结时间要在现在之后');
    const lead = joint && !hasLead(incident) && id === leadId;
    tasks.push({ id, organisationId: organisationId as string, dueAt, note: note.trim(), lead });
  }
  return { tasks, missing: null };
}

export function isDispatchDraft(value: unknown): value is DispatchDraft {
  const draft = value as Partial<DispatchDraft> | null;
  return (
    Array.isArray(draft?.parts) &&
    draft.parts.every((part) => typeof part?.id === 'string' && typeof part.note === 'string') &&
    (INCIDENT_ROUTES as readonly unknown[]).includes(draft.route)
  );
}
