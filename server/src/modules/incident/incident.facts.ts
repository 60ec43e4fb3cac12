import {
  type EscalationRole,
  type IncidentState,
  type IncidentTimelineAction,
  type IncidentVisibility,
  OPEN_TASK_STATES,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncidentCategories } from './incident.categories.js';
import { IncidentFollowers } from './incident.followers.js';
import type { IncidentActionData } from './incident-action.entity.js';

const MERGES_FOLLOWED = 10;

/** What somebody who is to tell people about an incident has to know of it, as it is now. */
export interface IncidentFact {
  id: string;
  number: string;
  communityId: string;
  subdistrictId: string | null;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  categoryLabel: string;
  visibility: IncidentVisibility;
  placeLabel: string;
  state: IncidentState;
  reporterId: string;
  handlerId: string | null;
  planDueAt: Date | null;
  mergedIntoId: string | null;
}

/** One entry of the timeline. */
export interface ActionFact {
  action: IncidentTimelineAction;
  note: string | null;
  data: IncidentActionData & { toRole?: EscalationRole };
}

/** Incidents as effects read them: without any reader in mind, so never to be shown to one as it is. */
@Injectable()
export class IncidentFacts {
  constructor(
    private readonly categories: IncidentCategories,
    private readonly followers: IncidentFollowers,
  ) {}

  async of(tx: EntityManager, id: string): Promise<IncidentFact | null> {
    const [row] = await tx.query<
      (Omit<IncidentFact, 'categoryLabel' | 'visibility'> & { categoryCode: string })[]
    >(
      `select i.id, i.number, i.community_id as communityId, c.subdistrict_id as subdistrictId, i.grid_id as gridId,
              i.estate_id as estateId, i.building_id as buildingId,
              i.category_code as categoryCode, i.place_label as placeLabel, i.state, i.reporter_id as reporterId,
              i.handler_id as handlerId, i.plan_due_at as planDueAt, i.merged_into_id as mergedIntoId
         from incident i left join area c on c.id = i.community_id where i.id = ?`,
      [id],
    );
    if (row === undefined) return null;
    const { categoryCode, ...fact } = row;
    const category = (await this.categories.byCode()).get(categoryCode);
    return { ...fact, categoryLabel: category?.label ?? '别的', visibility: category?.visibility ?? 'staff' };
  }

  async action(tx: EntityManager, id: string): Promise<ActionFact | null> {
    const [row] = await tx.query<{ action: IncidentTimelineAction; note: string | null; data: string }[]>(
      'select action, note, data from incident_action where id = ?',
      [id],
    );
    return row === undefined ? null : { ...row, data: JSON.parse(row.data) as ActionFact['data'] };
  }

  followersOf(tx: EntityManager, id: string): Promise<string[]> {
    return this.followers.personIdsOf(tx, id);
  }

  /** What an organisation has been asked to do and has not done yet. */
  async openTasksOf(tx: EntityManager, organisationId: string): Promise<number> {
    const [row] = await tx.query<{ many: string }[]>(
      'select count(*) as many from task where organisation_id = ? and state in (?)',
      [organisationId, OPEN_TASK_STATES],
    );
    return Number(row?.many ?? 0);
  }

  /** Who came along when one incident went into another: they follow that one since the merge. */
  async broughtAlong(tx: EntityManager, intoId: string, at: Date): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      'select person_id as personId from incident_follower where incident_id = ? and followed_at = ?',
      [intoId, at],
    );
    return rows.map((row) => row.personId);
  }

  /** Who reported what went into this incident, directly or by way of another. */
  async reportersMergedInto(tx: EntityManager, id: string): Promise<string[]> {
    return (await this.mergedInto(tx, id)).map(({ reporterId }) => reporterId);
  }

  /** How the incident stands in which this one ended up, itself where it went into none; null when it is not there. */
  async endOf(tx: EntityManager, id: string): Promise<IncidentState | null> {
    let at: string | null = id;
    let state: IncidentState | null = null;
    for (let step = 0; at !== null && step < MERGES_FOLLOWED; step++) {
      const [row]: { state: IncidentState; intoId: string | null }[] = await tx.query(
        'select state, merged_into_id as intoId from incident where id = ?',
        [at],
      );
      if (row === undefined) return state;
      state = row.state;
      at = row.intoId;
    }
    return state;
  }

  /** What went into this incident, directly or by way of another. Bounded: a chain of merges is short. */
  async mergedInto(tx: EntityManager, id: string): Promise<{ id: string; reporterId: string }[]> {
    const found: { id: string; reporterId: string }[] = [];
    let into = [id];
    for (let step = 0; into.length > 0 && step < MERGES_FOLLOWED; step++) {
      const rows = await tx.query<{ id: string; reporterId: string }[]>(
        'select id, reporter_id as reporterId from incident where merged_into_id in (?)',
        [into],
      );
      found.push(...rows);
      into = rows.map((row) => row.id);
    }
    return found;
  }

  /** Who last asked for a hold before this action decided it. */
  async holdRequester(tx: EntityManager, incidentId: string, actionId: string): Promise<string | null> {
    const [row] = await tx.query<{ personId: string | null }[]>(
      `select a.actor_person_id as personId from incident_action a join incident_action d on d.id = ?
        where a.incident_id = ? and a.action = 'request_hold' and a.seq < d.seq order by a.seq desc limit 1`,
      [actionId, incidentId],
    );
    return row?.personId ?? null;
  }
}
