import type { Scope } from '../../platform/auth/actor.js';
import type { Incident } from './incident.entity.js';
import type { GovernedIncident } from './incident.policy.js';

/** What every list and the detail read of an incident. */
export type IncidentRow = Omit<
  Incident,
  'nextWarnAt' | 'workCalendarId' | 'requestHash' | 'enteredById' | 'followCode'
>;

export const INCIDENT_COLUMNS = `i.id, i.number, i.community_id as communityId, i.grid_id as gridId,
  i.estate_id as estateId, i.building_id as buildingId,
  i.category_code as categoryCode, i.description, i.place_label as placeLabel, i.place_note as placeNote, i.lng, i.lat,
  i.place_known as placeKnown,
  i.state, i.difficulty, i.route, i.reporter_id as reporterId, i.reporter_name as reporterName,
  i.handler_id as handlerId, i.handler_name as handlerName, i.resolver_id as resolverId, i.next_due_at as nextDueAt,
  i.reported_at as reportedAt, i.happened_at as happenedAt, i.published_at as publishedAt,
  i.resolved_at as resolvedAt, i.closed_at as closedAt, i.rating, i.round, i.plan_due_at as planDueAt,
  i.hold_requested_at as holdRequestedAt, i.hold_requested_by as holdRequestedBy, i.merged_into_id as mergedIntoId,
  i.open_task_count as openTaskCount, i.hidden_piece_count as hiddenPieceCount, i.escalation_step as escalationStep, i.checked_back_at as checkedBackAt,
  i.entered_by_name as enteredByName, i.clock_policy_id as clockPolicyId, i.voice_id as voiceId,
  i.voice_words as voiceWords, i.voice_words_id as voiceWordsId`;

/** The facts of a row that the policy goes by. */
export function governed(row: IncidentRow): GovernedIncident {
  return {
    state: row.state,
    difficulty: row.difficulty,
    published: row.publishedAt !== null,
    hiddenPieces: row.hiddenPieceCount,
    placeKnown: Boolean(row.placeKnown),
    spoken: row.voiceId !== null,
    planned: row.planDueAt !== null,
    holdPending: row.holdRequestedAt !== null && row.state !== 'held',
    openTasks: row.openTaskCount,
    checkedBack: row.checkedBackAt !== null,
    handlerId: row.handlerId,
    handlerName: row.handlerName,
    communityId: row.communityId,
    gridId: row.gridId,
    estateId: row.estateId,
    buildingId: row.buildingId,
    reporterId: row.reporterId,
    resolverId: row.resolverId,
    holdRequestedBy: row.holdRequestedBy,
  };
}

/** A part of a where clause with its parameters. */
export interface Condition {
  sql: string;
  parameters: unknown[];
}

export function allOf(conditions: Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' and '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** The places a scope covers; null when it covers none. */
export function inScope(scope: Scope): Condition | null {
  return anyOf(kindsOfPlaces(scope));
}

/** The same with what must hold besides said at each kind of place, so that each can go by an index of its own. */
export function inScopeWhere(scope: Scope, also: Condition): Condition | null {
  return anyOf(kindsOfPlaces(scope).map((kind) => allOf([kind, also])));
}

/** One condition for each kind of place the scope covers. */
export function kindsOfPlaces({ communityIds, gridIds, estateIds, buildingIds }: Scope): Condition[] {
  const kinds: [string, readonly string[]][] = [
    ['community', communityIds],
    ['grid', gridIds],
    ['estate', estateIds],
    ['building', buildingIds],
  ];
  return kinds
    .filter(([, ids]) => ids.length > 0)
    .map(([kind, ids]) => ({ sql: `i.${kind}_id in (?)`, parameters: [ids] }));
}

/** One condition for each single place. */
export function singlePlaces(scope: Scope): Condition[] {
  return kindsOfPlaces(scope).flatMap(({ sql, parameters }) =>
    (parameters[0] as string[]).map((id) => ({ sql: sql.replace('in (?)', '= ?'), parameters: [id] })),
  );
}

/** What is due first stands first, then what has no running clock, the oldest first. */
export const DUE_ORDER = 'i.next_due_at is null, i.next_due_at, i.reported_at, i.id';

/**
 * A page of rows of which only that page is read from the table: which ones they are is told by an index alone, wherever
 * `where` and `order` go by nothing else.
 */
export function pageOf(where: Condition, order: string, most: number, offset = 0): Condition {
  return {
    sql: `select ${INCIDENT_COLUMNS} from (select i.id from incident i where ${where.sql} order by ${order} limit ? offset ?) page
      join incident i on i.id = page.id order by ${order}`,
    parameters: [...where.parameters, most, offset],
  };
}

function anyOf(conditions: Condition[]): Condition | null {
  if (conditions.length === 0) return null;
  return {
    sql: conditions.map(({ sql }) => sql).join(' or '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
