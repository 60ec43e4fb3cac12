import type { IncidentRoute } from '@linli/shared';
import type { IncidentDetail, Organisation } from '../../../../request/contract';
import { newId } from '../../../../request/new-id';

/** One organisation that is asked, and for what. */
export interface Part {
  /** Of the task that comes of it; made once, so that sending again is the same task. */
  id: string;
  organisationId: string;
  dueAt: string | null;
  note: string;
}

/** What somebody has begun to give out. */
export interface DispatchDraft {
  route: IncidentRoute | null;
  parts: Part[];
  /** Of a joint one: whose part leads. */
  leadId: string | null;
}

export const NOTHING_GIVEN: DispatchDraft = { route: null, parts: [], leadId: null };

export interface DispatchBody {
  route: IncidentRoute;
  tasks?: { id: string; organisationId: string; dueAt: string; note: string; lead: boolean }[];
}

/** What is missing, by where it is missing: `route`, `parts`, `lead`, or a part's own id. */
export type DispatchFaults = Record<string, { due?: string; note?: string; here?: string }>;

/** Adds an organisation or leaves it out again; a helper's is the only one. */
export function toggled(draft: DispatchDraft, organisationId: string): Partial<DispatchDraft> {
  const without = draft.parts.filter((part) => part.organisationId !== organisationId);
  if (without.length < draft.parts.length) {
    return { parts: without, leadId: without.some(({ id }) => id === draft.leadId) ? draft.leadId : null };
  }
  const part: Part = { id: newId(), organisationId, dueAt: null, note: '' };
  return { parts: draft.route === 'assisted' ? [part] : [...draft.parts, part] };
}

/** Turning from several to one keeps the first. */
export const routed = (draft: DispatchDraft, route: IncidentRoute): Partial<DispatchDraft> => ({
  route,
  parts: route === 'assisted' ? draft.parts.slice(0, 1) : draft.parts,
});

/** The parts that still stand: an organisation or all its people may have gone, a date may have passed. */
export const standing = (draft: DispatchDraft, organisations: Organisation[], nowMs: number): Part[] =>
  draft.parts
    .filter(({ organisationId }) =>
      organisations.some(({ id, hasPeople }) => id === organisationId && hasPeople),
    )
    .map((part) =>
      part.dueAt !== null && Date.parse(part.dueAt) <= nowMs ? { ...part, dueAt: null } : part,
    );

/** The departments that are at it in this round, whom others can join. */
export const joinable = ({ route, tasks, round }: IncidentDetail) =>
  route === 'joint'
    ? tasks.filter((task) => task.round === round && ['assigned', 'working', 'done'].includes(task.state))
    : [];

export function faultsOf(draft: DispatchDraft, parts: Part[], incident: IncidentDetail): DispatchFaults {
  const { route } = draft;
  if (route === null) return { route: { here: '选一个办法' } };
  if (route === 'self') return {};
  const at = route === 'joint' ? joinable(incident) : [];
  const faults: DispatchFaults = {};
  if (parts.length === 0) faults.parts = { here: route === 'joint' ? '选几家一起办' : '选一家来帮' };
  else if (route === 'joint' && at.length + parts.length < 2) faults.parts = { here: '联办至少要两家' };
  for (const { id, dueAt, note } of parts) {
    const due = dueAt === null ? { due: '选一个时间' } : {};
    const words = note.trim() === '' ? { note: '写一句请他们办什么' } : {};
    if (dueAt === null || note.trim() === '') faults[id] = { ...due, ...words };
  }
  const led = at.some(({ lead }) => lead) || parts.some(({ id }) => id === draft.leadId);
  if (route === 'joint' && parts.length > 0 && !led) faults.lead = { here: '点一家来牵头' };
  return faults;
}

export function bodyOf({ route, leadId }: DispatchDraft, parts: Part[]): DispatchBody {
  if (route === null || route === 'self') return { route: 'self' };
  return {
    route,
    tasks: parts.map(({ id, organisationId, dueAt, note }) => ({
      id,
      organisationId,
      dueAt: dueAt ?? '',
      note: note.trim(),
      lead: route === 'joint' && id === leadId,
    })),
  };
}
