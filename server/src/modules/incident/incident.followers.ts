import { INCIDENT_STATE_LABELS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import type { IncidentFollowingDto } from './dto/incident-near.dto.js';
import { type Category, IncidentCategories } from './incident.categories.js';
import { incidentNotFound, ownReport, wrongState } from './incident.errors.js';
import { canBeFollowed, isReporterOf, sightOf } from './incident.policy.js';
import type { Page, PageRequest } from './incident.queries.js';
import { governed, INCIDENT_COLUMNS, type IncidentRow } from './incident.rows.js';

const BY_ID = `select ${INCIDENT_COLUMNS} from incident i where i.id = ?`;
const NOT_FOLLOWED: IncidentFollowingDto = { following: false, followerCount: 0 };

/** Who follows which incident: one row for each person, however often it is asked for. */
@Injectable()
export class IncidentFollowers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly categories: IncidentCategories,
  ) {}

  /** The incident stays locked meanwhile, so that nobody begins to follow what is just being merged away. */
  async follow(actor: SignedInActor, id: string): Promise<IncidentFollowingDto> {
    if (!isUuidV7(id)) throw incidentNotFound();
    const { personId } = actor;
    const categories = await this.categories.byCode();
    await this.database.transaction(async (tx) => {
      const rows: IncidentRow[] = await tx.query(`${BY_ID} for update`, [id]);
      const incident = visible(actor, rows[0], categories);
      if (isReporterOf(actor, incident)) throw ownReport();
      const [already] = await tx.query(
        'select 1 from incident_follower where incident_id = ? and person_id = ?',
        [id, personId],
      );
      if (already !== undefined) return;
      if (!canBeFollowed(incident)) throw wrongState({ now: INCIDENT_STATE_LABELS[incident.state] });
      await tx.query('insert into incident_follower (incident_id, person_id, followed_at) values (?, ?, ?)', [
        id,
        personId,
        this.clock.now(),
      ]);
    });
    return (await this.standings(personId, [id]))(id);
  }

  async unfollow(actor: SignedInActor, id: string): Promise<IncidentFollowingDto> {
    if (!isUuidV7(id)) throw incidentNotFound();
    const [row] = await this.database.query<IncidentRow>(BY_ID, [id]);
    visible(actor, row, await this.categories.byCode());
    await this.database.query('delete from incident_follower where incident_id = ? and person_id = ?', [
      id,
      actor.personId,
    ]);
    return (await this.standings(actor.personId, [id]))(id);
  }

  /** What this person follows, what they followed last on top. */
  async followedBy(personId: string, { limit, cursor }: PageRequest): Promise<Page> {
    const from = cursor === undefined ? null : decodeCursor(cursor, 1);
    const [followedAt] = from?.moments ?? [];
    const earlier = 'and f.followed_at <= ? and (f.followed_at < ? or f.incident_id < ?)';
    const found = await this.database.query<IncidentRow & { followedAt: Date }>(
      `select ${INCIDENT_COLUMNS}, f.followed_at as followedAt
       from incident_follower f join incident i on i.id = f.incident_id
       where f.person_id = ? ${from === null ? '' : earlier}
       order by f.followed_at desc, f.incident_id desc limit ?`,
      [personId, ...(from === null ? [] : [followedAt, followedAt, from.id]), limit + 1],
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = found.length > limit && last !== undefined;
    return { rows, nextCursor: more ? encodeCursor({ moments: [last.followedAt], id: last.id }) : null };
  }

  /** How each of these incidents is followed, and whether by this person. */
  async standings(
    personId: string | null,
    incidentIds: string[],
  ): Promise<(incidentId: string) => IncidentFollowingDto> {
    if (incidentIds.length === 0) return () => NOT_FOLLOWED;
    const rows = await this.database.query<{ id: string; count: string; mine: string }>(
      `select incident_id as id, count(*) as count, sum(person_id = ?) as mine
       from incident_follower where incident_id in (?) group by incident_id`,
      [personId ?? '', incidentIds],
    );
    const byId = new Map(
      rows.map(({ id, count, mine }) => [
        id,
        { following: Number(mine) > 0, followerCount: Number(count) } satisfies IncidentFollowingDto,
      ]),
    );
    return (id) => byId.get(id) ?? NOT_FOLLOWED;
  }

  /** Everybody who is to hear of this incident besides its reporter. */
  async personIdsOf(tx: EntityManager, incidentId: string): Promise<string[]> {
    const rows: { personId: string }[] = await tx.query(
      'select person_id as personId from incident_follower where incident_id = ? order by person_id',
      [incidentId],
    );
    return rows.map(({ personId }) => personId);
  }

  /**
   * When one incident is merged into another: whoever followed or reported the first follows the second, unless they
   * reported it themselves. The caller holds both incidents' locks.
   */
  async moveTo(
    tx: EntityManager,
    fromId: string,
    toId: string,
    reporterId: string,
    now: Date,
  ): Promise<void> {
    const personIds = [reporterId, ...(await this.personIdsOf(tx, fromId))];
    const there = await this.personIdsOf(tx, toId);
    const [target]: { reporterId: string }[] = await tx.query(
      'select reporter_id as reporterId from incident where id = ?',
      [toId],
    );
    const known = new Set([...there, target?.reporterId]);
    const coming = [...new Set(personIds)].filter((personId) => !known.has(personId));
    if (coming.length > 0) {
      await tx.query('insert into incident_follower (incident_id, person_id, followed_at) values ?', [
        coming.map((personId) => [toId, personId, now]),
      ]);
    }
    await tx.query('delete from incident_follower where incident_id = ?', [fromId]);
  }
}

/** Outside what this person may see an incident does not exist. */
function visible(actor: Actor, row: IncidentRow | undefined, categories: Map<string, Category>): IncidentRow {
  if (row === undefined) throw incidentNotFound();
  const visibility = categories.get(row.categoryCode)?.visibility ?? 'staff';
  if (sightOf(actor, governed(row), visibility) === 'none') throw incidentNotFound();
  return row;
}
