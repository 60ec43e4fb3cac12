import { OPEN_TASK_STATES, type OrganisationKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { OrganisationService } from '../../organisation/index.js';
import { mayAppoint, type PlaceOfAppointment } from '../staff.rules.js';
import { StaffActs } from '../staff-acts.js';
import type {
  AddOrganisationDto,
  OrganisationActDto,
  RenameOrganisationDto,
  ServeEstatesDto,
} from './dto/organisation-desk.dto.js';
import {
  estateElsewhere,
  isDissolved,
  nameTaken,
  organisationNotFound,
  servesNowhereOfYours,
  stillAtWork,
} from './organisation-desk.errors.js';

interface Held {
  id: string;
  kind: OrganisationKind;
  name: string;
  subdistrictId: string;
  communityId: string | null;
  dissolvedAt: Date | null;
}

/** Organisations coming, changing and going, by those who appoint people to them. */
@Injectable()
export class OrganisationDesk {
  constructor(
    private readonly acts: StaffActs,
    private readonly organisations: OrganisationService,
    private readonly audit: AuditTrail,
  ) {}

  async add(actor: SignedInActor, body: AddOrganisationDto): Promise<void> {
    const { id, kind, name, areaId } = body;
    await this.acts.once(actor, id, 'organisation.add', body, async (tx) => {
      const place = await this.placeOf(tx, areaId);
      if (place === null || !manages(actor, place)) throw servesNowhereOfYours();
      await this.assertNameFree(tx, { ...place, name, id });
      await this.organisations.add(tx, { id, kind, name, ...place });
      await this.record(tx, actor, 'organisation.add', { ...place, id, name }, { kind });
    });
  }

  rename(actor: SignedInActor, id: string, body: RenameOrganisationDto): Promise<void> {
    const { actionId, name } = body;
    return this.acts.once(actor, actionId, 'organisation.rename', { id, ...body }, async (tx, now) => {
      const held = await this.hold(tx, actor, id, now);
      await this.assertNameFree(tx, { ...held, name });
      await this.organisations.rename(tx, id, name);
      await this.record(tx, actor, 'organisation.rename', { ...held, name });
    });
  }

  serve(actor: SignedInActor, id: string, body: ServeEstatesDto): Promise<void> {
    const estateIds = [...new Set(body.estateIds)];
    return this.acts.once(actor, body.actionId, 'organisation.serve', { id, ...body }, async (tx, now) => {
      const held = await this.hold(tx, actor, id, now);
      await this.assertEstatesThere(tx, held, estateIds);
      await this.organisations.serve(tx, id, estateIds);
      await this.record(tx, actor, 'organisation.serve', held, { estates: estateIds.length });
    });
  }

  /** Whoever gives it a task or appoints somebody to it holds its row meanwhile, so nothing comes in beside this. */
  dissolve(actor: SignedInActor, id: string, { actionId }: OrganisationActDto): Promise<void> {
    return this.acts.once(actor, actionId, 'organisation.dissolve', { id }, async (tx, now) => {
      const held = await this.hold(tx, actor, id, now);
      const [left] = await tx.query<{ tasks: string; people: string }[]>(
        `select (select count(*) from task where organisation_id = ? and state in (?)) as tasks,
                (select count(*) from appointment where organisation_id = ? and (to_at is null or to_at > ?)) as people`,
        [id, OPEN_TASK_STATES, id, now],
      );
      const tasks = Number(left?.tasks);
      const people = Number(left?.people);
      if (tasks + people > 0) throw stillAtWork({ tasks, people });
      await this.organisations.dissolve(tx, id);
      await this.record(tx, actor, 'organisation.dissolve', held);
    });
  }

  /** The organisation, held; outside the actor's reach it is not there. */
  private async hold(tx: EntityManager, actor: SignedInActor, id: string, now: Date): Promise<Held> {
    const [held] = isUuidV7(id)
      ? await tx.query<Held[]>(
          `select id, kind, name, subdistrict_id as subdistrictId, community_id as communityId,
                  dissolved_at as dissolvedAt from organisation where id = ? for update`,
          [id],
        )
      : [];
    if (held === undefined || !manages(actor, held)) throw organisationNotFound();
    if (held.dissolvedAt !== null && held.dissolvedAt <= now) throw isDissolved();
    return held;
  }

  private async placeOf(
    tx: EntityManager,
    areaId: string,
  ): Promise<{ subdistrictId: string; communityId: string | null } | null> {
    const [area] = await tx.query<{ kind: string; subdistrictId: string | null }[]>(
      'select kind, subdistrict_id as subdistrictId from area where id = ? and closed_at is null',
      [areaId],
    );
    if (area?.kind === 'subdistrict') return { subdistrictId: areaId, communityId: null };
    if (area?.kind !== 'community' || area.subdistrictId === null) return null;
    return { subdistrictId: area.subdistrictId, communityId: areaId };
  }

  /** Two of one name where both would be offered could not be told apart. Those who name one there at once wait for each other. */
  private async assertNameFree(
    tx: EntityManager,
    wanted: Pick<Held, 'id' | 'name' | 'subdistrictId' | 'communityId'>,
  ): Promise<void> {
    const { id, name, subdistrictId, communityId } = wanted;
    await tx.query('select id from area where id = ? for update', [subdistrictId]);
    const [other] = await tx.query<{ serves: string }[]>(
      `select coalesce(c.name, '整个街道') as serves from organisation o left join area c on c.id = o.community_id
        where o.subdistrict_id = ? and o.name = ? and o.id <> ? and o.dissolved_at is null
          and (o.community_id is null or ? is null or o.community_id = ?) limit 1`,
      [subdistrictId, name, id, communityId, communityId],
    );
    if (other !== undefined) throw nameTaken(other);
  }

  private async assertEstatesThere(tx: EntityManager, held: Held, estateIds: string[]): Promise<void> {
    if (estateIds.length === 0) return;
    const [counted] = await tx.query<{ there: string }[]>(
      `select count(*) as there from estate e join area c on c.id = e.community_id
        where e.id in (?) and e.closed_at is null and c.subdistrict_id = ? and (? is null or c.id = ?)`,
      [estateIds, held.subdistrictId, held.communityId, held.communityId],
    );
    if (Number(counted?.there) !== estateIds.length) throw estateElsewhere();
  }

  private record(
    tx: EntityManager,
    actor: SignedInActor,
    action: 'organisation.add' | 'organisation.rename' | 'organisation.serve' | 'organisation.dissolve',
    { id, name, communityId }: Pick<Held, 'id' | 'name' | 'communityId'>,
    details: Record<string, string | number> = {},
  ): Promise<void> {
    return this.audit.record(tx, {
      ...{ action, actor, communityId, details },
      subject: { type: 'organisation', id, label: name },
    });
  }
}

/** Whoever appoints helpers there keeps the organisations they help in. */
function manages(actor: SignedInActor, place: PlaceOfAppointment): boolean {
  return mayAppoint(actor.appointments, 'co_helper', place);
}
