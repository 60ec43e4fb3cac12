import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { AppointmentsService, PeopleService } from '../identity/index.js';
import type { AppointDto, EndAppointmentDto } from './dto/appoint.dto.js';
import {
  alreadyEnded,
  appointmentNotFound,
  auditorApart,
  beyondYourReach,
  captainExists,
  endsBeforeItStarts,
  heirUnfit,
  heldAlready,
  ownAppointment,
  standInNotExtended,
} from './staff.errors.js';
import { StaffHands } from './staff.hands.js';
import { type News, StaffNews } from './staff.news.js';
import { type AppointedPlace, type PlaceInput, StaffPlaces } from './staff.places.js';
import { type AppointmentRecord, officeOf, StaffRecords } from './staff.records.js';
import { mayAppoint, mustStayApart, overlap, type Span } from './staff.rules.js';
import { StaffActs } from './staff-acts.js';

/** Appointing people and ending it. Each takes effect with the next request, in every process. */
@Injectable()
export class StaffService {
  constructor(
    private readonly acts: StaffActs,
    private readonly records: StaffRecords,
    private readonly places: StaffPlaces,
    private readonly hands: StaffHands,
    private readonly appointments: AppointmentsService,
    private readonly people: PeopleService,
    private readonly news: StaffNews,
    private readonly audit: AuditTrail,
  ) {}

  async appoint(actor: SignedInActor, body: AppointDto): Promise<void> {
    const { id, personId, role, areaId, estateId, organisationId } = body;
    await this.acts.once(actor, id, 'appoint', body, async (tx, now) => {
      const given = { fromAt: body.fromAt, toAt: body.toAt };
      const span = spanOf(given, now);
      if (personId === actor.personId) throw ownAppointment();
      const names = await this.records.holdPeople(tx, [personId]);
      await this.records.assertNotSuspended(tx, personId);
      const place = await this.places.hold(tx, role, { areaId, estateId, organisationId }, now);
      if (!mayAppoint(actor.appointments, role, place)) throw beyondYourReach();
      const wanted = { personId, role, ...place.ids, ...span };
      await this.assertFree(tx, wanted, now);
      await this.appointments.appoint(tx, { id, ...wanted });
      await this.news.made(tx, { id, actor, communityId: place.communityId, now }, span);
      await this.audit.record(tx, {
        action: 'appointment.make',
        actor,
        subject: { type: 'appointment', id, label: names.get(personId) ?? '' },
        aboutPersonId: personId,
        communityId: place.communityId,
        details: {
          ...officeOf(wanted),
          from: span.fromAt.toISOString(),
          to: span.toAt?.toISOString() ?? null,
        },
      });
    });
  }

  /** Refuses what cannot be held along with what is held already, by them or in that place. The people are held. */
  async assertFree(
    tx: EntityManager,
    wanted: Span & AppointedPlace['ids'] & { personId: string; role: AppointmentRecord['role'] },
    now: Date,
  ): Promise<void> {
    const held = (await this.records.ofPerson(tx, wanted.personId, now)).filter((one) =>
      overlap(one, wanted),
    );
    if (held.some((one) => one.role === wanted.role && samePlace(one, wanted))) throw heldAlready();
    if (held.some((one) => mustStayApart(one.role, wanted.role))) throw auditorApart();
    if (wanted.role !== 'building_captain' || wanted.buildingId === null) return;
    const captains = await this.records.ofBuilding(tx, wanted.buildingId);
    const there = captains.find((one) => overlap(one, wanted));
    if (there !== undefined) throw captainExists({ by: there.name });
  }

  /** Ends an appointment now or later. What is in hand goes to the named person, or back to its queue. */
  async end(actor: SignedInActor, id: string, body: EndAppointmentDto): Promise<void> {
    if (!isUuidV7(id)) throw appointmentNotFound();
    await this.acts.once(actor, body.actionId, 'end', { id, ...body }, async (tx, now) => {
      const { toPersonId } = body;
      // Whoever is to go on with it is held too, so that they are not suspended meanwhile.
      const record = await this.records.hold(
        tx,
        actor,
        id,
        ...(toPersonId === undefined ? [] : [toPersonId]),
      );
      if (record.personId === actor.personId) throw ownAppointment();
      if (record.toAt !== null && record.toAt <= now) throw alreadyEnded();
      const asked = body.at === undefined ? now : new Date(body.at);
      if (asked < now) throw endsBeforeItStarts();
      // What would end before it begins is called off: over from now on, it stands in nobody's way.
      const calledOff = record.fromAt > now && asked <= record.fromAt;
      const at = calledOff ? now : asked;
      if (record.toAt !== null && at > record.toAt) await this.assertLonger(tx, record, at, now);
      if (record.role === 'personnel_admin') await this.records.assertOthersAppoint(tx, record.personId, now);
      const left = at <= now && !calledOff ? await this.hands.wouldBeLeft(tx, record.personId, id, now) : [];
      const settled = at <= now ? now : null;
      await tx.query('update appointment set to_at = ?, settled_at = ? where id = ?', [at, settled, id]);
      const news = { id, actor, communityId: record.placeCommunityId, now };
      await this.news.ends(tx, news, at, record.fromAt);
      await this.endStandIns(tx, news, at);
      await this.passOn(tx, record.personId, left, toPersonId ?? null, now);
      await this.audit.record(tx, {
        action: 'appointment.end',
        actor,
        subject: { type: 'appointment', id },
        aboutPersonId: record.personId,
        communityId: record.placeCommunityId,
        details: {
          ...officeOf(record),
          at: at.toISOString(),
          cases: left.length,
          ...(toPersonId === undefined || left.length === 0 ? {} : { heirId: toPersonId }),
        },
      });
    });
  }

  /** For the time that is added the same holds as for a new appointment. */
  private async assertLonger(
    tx: EntityManager,
    record: AppointmentRecord,
    toAt: Date,
    now: Date,
  ): Promise<void> {
    if (record.standInForId !== null) throw standInNotExtended();
    await this.records.assertNotSuspended(tx, record.personId);
    const { role, personId } = record;
    const { ids } = await this.places.hold(tx, role, placeOf(record), now);
    await this.assertFree(tx, { personId, role, ...ids, fromAt: record.toAt ?? now, toAt }, now);
  }

  /** Nobody stands in for what is no longer held; only from that moment when one leave is meant. */
  async endStandIns(tx: EntityManager, news: News, at: Date, fromAt?: Date): Promise<void> {
    const standIns = await tx.query<{ id: string; fromAt: Date }[]>(
      `select id, from_at as fromAt from appointment
        where stand_in_for_id = ? and (to_at is null or to_at > ?) ${fromAt === undefined ? '' : 'and from_at = ?'}
        order by id for update`,
      [news.id, at, ...(fromAt === undefined ? [] : [fromAt])],
    );
    for (const standIn of standIns) {
      await tx.query('update appointment set to_at = ? where id = ?', [at, standIn.id]);
      await this.news.ends(tx, { ...news, id: standIn.id }, at, standIn.fromAt);
    }
  }

  private async passOn(
    tx: EntityManager,
    holderId: string,
    left: string[],
    heirId: string | null,
    now: Date,
  ): Promise<void> {
    if (heirId !== null) {
      const reached = heirId === holderId ? [] : await this.hands.within(tx, left, heirId, now);
      const count = left.length - reached.length;
      if (count > 0) {
        const name = (await this.people.nameOf([heirId])).get(heirId) ?? '这个人';
        throw heirUnfit({ name, count });
      }
    }
    await this.hands.pass(tx, left, heirId, heirId === null ? 'handler_gone' : 'handed_over', now);
  }
}

function spanOf({ fromAt, toAt }: { fromAt?: string; toAt?: string }, now: Date): Span {
  const span = {
    fromAt: fromAt === undefined ? now : new Date(Math.max(now.getTime(), Date.parse(fromAt))),
    toAt: toAt === undefined ? null : new Date(toAt),
  };
  if (span.toAt !== null && span.toAt <= span.fromAt) throw endsBeforeItStarts();
  return span;
}

/** As it was named when the appointment was made: an estate or an organisation, else an area. */
function placeOf({ areaId, estateId, organisationId }: Ids): PlaceInput {
  if (organisationId !== null) return { organisationId };
  if (estateId !== null) return { estateId };
  return areaId === null ? {} : { areaId };
}

type Ids = Pick<AppointedPlace['ids'], 'areaId' | 'estateId' | 'organisationId'>;
const samePlace = (one: Ids, other: Ids) =>
  one.areaId === other.areaId &&
  one.estateId === other.estateId &&
  one.organisationId === other.organisationId;
