import type { HomeRelation, MemberState } from '@linli/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids/new-id.js';

interface OpenMember {
  id: string;
  homeId: string;
  homeLabel: string;
  personId: string;
  relation: HomeRelation;
  state: MemberState;
  claimedAt: Date;
}

/** A home in which both of two people wait or live. */
interface SharedHome {
  homeLabel: string;
  from: OpenMember;
  into: OpenMember;
}

export async function sharedHomes(tx: EntityManager, fromId: string, intoId: string): Promise<SharedHome[]> {
  const open = await tx.query<OpenMember[]>(
    `select id, home_id as homeId, home_label as homeLabel, person_id as personId, relation, state,
            claimed_at as claimedAt
       from household_member where person_id in (?, ?) and open_key is not null order by id for update`,
    [fromId, intoId],
  );
  return open
    .filter(({ personId }) => personId === fromId)
    .flatMap((from) => {
      const into = open.find(({ personId, homeId }) => personId === intoId && homeId === from.homeId);
      return into === undefined ? [] : [{ homeLabel: from.homeLabel, from, into }];
    });
}

/** Nobody is twice in one home: of two memberships the confirmed one goes on, else the older; the other is over. */
export async function mergeMemberships(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  now: Date,
): Promise<void> {
  for (const { from, into } of await sharedHomes(tx, fromId, intoId)) {
    await closeByItself(tx, goesOn(from, into) ? into : from, REASON, now);
  }
  await tx.query(
    `update household_member set open_key = concat(home_id, ':', ?) where person_id = ? and open_key is not null`,
    [intoId, fromId],
  );
}

/** It is over without anybody having asked for that: what was only said is taken back, what was confirmed ends. The row is held. */
export async function closeByItself(
  tx: EntityManager,
  { id, state }: Pick<OpenMember, 'id' | 'state'>,
  reason: string,
  now: Date,
): Promise<void> {
  const confirmed = state === 'confirmed';
  await tx.query(
    'update household_member set state = ?, reason = ?, to_at = ?, open_key = null where id = ?',
    [confirmed ? 'ended' : 'withdrawn', reason, confirmed ? now : null, id],
  );
  await tx.query(
    `insert into household_member_action
       (id, member_id, seq, action, actor_person_id, actor_name, at, reason, request_hash)
     select ?, ?, coalesce(max(seq), 0) + 1, ?, null, '系统', ?, ?, ? from household_member_action where member_id = ?`,
    [newId(now), id, confirmed ? 'end' : 'withdraw', now, reason, NO_REQUEST, id],
  );
}

const REASON = '两份登记是同一个人，合成了一份';
/** Nobody asked for it by a request of their own. */
const NO_REQUEST = '0'.repeat(64);

function goesOn(one: OpenMember, other: OpenMember): boolean {
  if (one.state !== other.state) return one.state === 'confirmed';
  return one.claimedAt < other.claimedAt;
}
