import { everyoneMay, type Permission, type Role, roleMay } from '@linli/shared';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** One appointment in force: a role in an area or an organisation. Ids are as of now. */
export interface ActorAppointment {
  id: string;
  role: Role;
  /** Null where the role is for the whole platform, an estate or an organisation. */
  areaId: string | null;
  subdistrictId: string | null;
  communityId: string | null;
  /** Set only when the appointment is to one grid. */
  gridId: string | null;
  /** Set only when the appointment is to one estate, which may lie in several grids of the community. */
  estateId: string | null;
  /** Set only when the appointment is to one building. */
  buildingId: string | null;
  /** Set only when the appointment is to an organisation; what it gives reaches that organisation's tasks, no area. */
  organisationId: string | null;
}

/** Who is asking. `personId` null means nobody is signed in. */
export interface Actor {
  personId: string | null;
  name: string | null;
  readonly appointments: readonly ActorAppointment[];
  /** A child whose guardian has not agreed yet. */
  awaitsGuardian?: boolean;
  /** Has never agreed to the privacy notice, took it back, or agreed only to a version that a later one asks about again. */
  owesAgreement?: boolean;
}

export interface SignedInActor extends Actor {
  personId: string;
  name: string;
}

export const NOBODY: Actor = { personId: null, name: null, appointments: [] };

/** The reach of one permission: whole communities, single grids, estates, buildings, organisations. All empty means nothing. */
export interface Scope {
  readonly communityIds: readonly string[];
  readonly gridIds: readonly string[];
  readonly estateIds: readonly string[];
  readonly buildingIds: readonly string[];
  readonly organisationIds: readonly string[];
}

/** Of each person's appointments the scopes that were asked for: a page of rows asks for the same ones again and again. */
const compiled = new WeakMap<Actor['appointments'], Map<Permission, Scope>>();

/**
 * Compiles a person's appointments in force to the places where they hold `permission`.
 * A subdistrict officer's communities come filled in by the identity module as one appointment per community.
 */
export function scopeOf({ appointments }: Actor, permission: Permission): Scope {
  let known = compiled.get(appointments);
  if (known === undefined) {
    known = new Map();
    compiled.set(appointments, known);
  }
  const before = known.get(permission);
  if (before !== undefined) return before;
  const scope = compile(appointments, permission);
  known.set(permission, scope);
  return scope;
}

function compile(appointments: Actor['appointments'], permission: Permission): Scope {
  const communityIds: string[] = [];
  const gridIds: string[] = [];
  const estateIds: string[] = [];
  const buildingIds: string[] = [];
  const organisationIds: string[] = [];
  for (const appointment of appointments) {
    if (!roleMay(appointment.role, permission)) continue;
    if (appointment.organisationId !== null) organisationIds.push(appointment.organisationId);
    else if (appointment.buildingId !== null) buildingIds.push(appointment.buildingId);
    else if (appointment.estateId !== null) estateIds.push(appointment.estateId);
    else if (appointment.gridId !== null) gridIds.push(appointment.gridId);
    else if (appointment.communityId !== null) communityIds.push(appointment.communityId);
  }
  return { communityIds, gridIds, estateIds, buildingIds, organisationIds };
}

/** Where a thing happened, and whose it is to do if it is an organisation's. What is absent is covered by no estate and no building. */
export interface ScopedThing {
  communityId: string;
  gridId: string | null;
  estateId?: string | null | undefined;
  buildingId?: string | null | undefined;
  organisationId?: string | undefined;
}

/** Whether a thing that happened there, or that is this organisation's to do, lies inside the scope. */
export function scopeCovers(scope: Scope, thing: ScopedThing): boolean {
  return (
    (thing.organisationId !== undefined && scope.organisationIds.includes(thing.organisationId)) ||
    scope.communityIds.includes(thing.communityId) ||
    (thing.gridId !== null && scope.gridIds.includes(thing.gridId)) ||
    (thing.estateId != null && scope.estateIds.includes(thing.estateId)) ||
    (thing.buildingId != null && scope.buildingIds.includes(thing.buildingId))
  );
}

/** Whether the actor holds the permission anywhere at all. */
export function actorMay(actor: Actor, permission: Permission): boolean {
  if (actor.personId === null) return false;
  return everyoneMay(permission) || actor.appointments.some((a) => roleMay(a.role, permission));
}

/** The actor of the request, put there by the guard. On a `@Can` route it is always signed in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<{ actor?: Actor }>();
  return request.actor ?? NOBODY;
});

/** The session of the request's token; only on a `@Can` route. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { sessionId } = context.switchToHttp().getRequest<{ sessionId?: string }>();
  if (sessionId === undefined) throw new Error('only a signed-in person has a session');
  return sessionId;
});
