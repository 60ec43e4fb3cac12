import assert from 'node:assert/strict';
import { BEGINNING, type Link, type SealedContent, sealHash } from '../../src/platform/audit/audit-chain.js';
import { SEALED_COLUMNS } from '../../src/platform/audit/audit-rows.js';

interface Queried {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

async function count(database: Queried, from: string): Promise<number> {
  const [row] = await database.query<{ many: number }>(`select count(*) as many from ${from}`);
  return Number(row?.many);
}

const none = async (database: Queried, what: string, from: string) =>
  assert.equal(await count(database, from), 0, what);

/** Every entry has its seal, and every seal follows from the one before. */
export async function auditChainHolds(database: Queried): Promise<string> {
  await none(database, 'entries without a seal', 'audit_unsealed');
  const rows = await database.query<SealedContent & { seq: number; sealedAt: Date; hash: string }>(
    `select cast(s.seq as signed) as seq, s.sealed_at as sealedAt, s.hash, ${SEALED_COLUMNS}
       from audit_seal s join audit_entry e on e.id = s.entry_id order by s.seq`,
  );
  assert.equal(rows.length, await count(database, 'audit_entry'));
  let last: Link = BEGINNING;
  for (const { seq, sealedAt, hash, ...entry } of rows) {
    assert.deepEqual([Number(seq), hash], [last.seq + 1, sealHash(last, sealedAt, entry)]);
    last = { seq: Number(seq), hash };
  }
  return `${rows.length} 条`;
}

/** What has to stand in the audit for each row, by the table it lies in. */
const AUDITED: readonly [string, string][] = [
  ["appointment x where not exists (select 1 from audit_entry e where e.action = 'appointment.make'", 'id'],
  ["organisation x where not exists (select 1 from audit_entry e where e.action = 'organisation.add'", 'id'],
  [
    "organisation_estate x where not exists (select 1 from audit_entry e where e.action = 'organisation.serve'",
    'organisation_id',
  ],
  ["home_import x where not exists (select 1 from audit_entry e where e.action = 'home.import'", 'id'],
  [
    "privacy_consent x where not exists (select 1 from audit_entry e where e.action = 'privacy.agree' and e.at = x.at",
    'person_id',
  ],
  [
    `household_member_action x where x.action in ('enter', 'confirm', 'refuse') and not exists (
       select 1 from audit_entry e where e.action = concat('household.', x.action) and e.at = x.at and e.actor_id = x.actor_person_id`,
    'member_id',
  ],
  [
    `person_login x join person p on p.id = x.person_id where x.kind = 'password' and p.demo_key is null and not exists (
       select 1 from audit_entry e where e.action = 'account.create' and e.at = x.created_at
          and e.about_person_id = x.person_id and e.actor_id <> x.person_id`,
    'id',
  ],
  // Whoever does something about a report has opened it, and read there whose it is.
  [
    `incident_action x where x.action in ('accept', 'reject', 'resolve', 'check_back') and not exists (
       select 1 from audit_entry e where e.action = 'incident.read_reporter' and e.actor_id = x.actor_person_id
          and e.at <= x.at and e.at > x.at - interval 20 minute`,
    'incident_id',
  ],
];

export async function actsStandInTheAudit(database: Queried): Promise<string> {
  for (const [from, key] of AUDITED) await none(database, from, `${from} and e.subject_id = x.${key})`);
  return `${AUDITED.length} 类`;
}

/** So old that no server has taken its event away yet. */
const KEPT = 'interval 29 day';

export async function whatFollowedWasOwed(database: Queried): Promise<string> {
  await none(
    database,
    'an act without its event',
    `incident_action a where a.at > utc_timestamp() - ${KEPT} and not exists (
       select 1 from outbox_event e where e.subject_type = 'incident' and e.subject_id = a.incident_id
          and e.at = a.at and e.type = concat('incident.', a.action))`,
  );
  await none(
    database,
    'a task’s act without its event',
    `task_action a where a.at > utc_timestamp() - ${KEPT} and not exists (
       select 1 from outbox_event e where e.subject_type = 'task' and e.subject_id = a.task_id
          and e.at = a.at and e.type = concat('task.', a.action))`,
  );
  await none(
    database,
    'a membership’s act without its event',
    `household_member_action a where a.at > utc_timestamp() - ${KEPT} and not exists (
       select 1 from outbox_event e where e.subject_type = 'household_member' and e.subject_id = a.member_id
          and e.at = a.at and e.type like 'household.%')`,
  );
  await none(
    database,
    'a notice whose telling has not ended',
    `notice n where n.state = 'published'
       and not exists (select 1 from notice_telling t where t.notice_id = n.id and t.ended_at is not null)`,
  );
  await none(
    database,
    'a telling that counts others than were told',
    `notice_telling t where t.told > t.expected or t.told <> (select count(*) from inbox_message x
       where x.cause = t.cause and x.kind = 'notice_here' and x.link_id = t.notice_id)`,
  );
  assert.ok((await count(database, "inbox_message where kind = 'notice_here'")) > 0, 'residents were told');
  assert.ok(
    (await count(
      database,
      "household_member where state = 'claimed' and claimed_at < utc_timestamp() - interval 1 day",
    )) > 0,
    'a claim waits since before yesterday',
  );
  await none(
    database,
    'a claim that waits and of which nobody is told',
    `household_member m where m.state = 'claimed'
       and not exists (select 1 from inbox_message x where x.link_type = 'home_claim' and x.link_id = m.id)
       and not exists (select 1 from outbox_event e where e.subject_type = 'household_member'
         and e.subject_id = m.id and e.state = 'pending')`,
  );
  const owed = "outbox_event where type like 'incident.%' or type like 'task.%' or type like 'household.%'";
  return `${await count(database, owed)} 条`;
}

export async function everybodyAskedAgreed(database: Queried): Promise<string> {
  const login = 'select 1 from person_login l where l.person_id = p.id';
  // Whoever only telephoned has a number here and was asked nothing yet.
  await none(
    database,
    'somebody who does things here without having answered',
    `person p where exists (${login}) and p.notice_version is null
       and (exists (select 1 from household_member_action a where a.actor_person_id = p.id)
         or exists (select 1 from appointment a where a.person_id = p.id))`,
  );
  await none(
    database,
    'an answer of somebody nobody asked',
    `person p where not exists (${login}) and p.demo_key is null and p.notice_version is not null`,
  );
  return `${await count(database, 'person where notice_version is not null')} 人`;
}

export async function everyPlaceHasItsPeople(database: Queried): Promise<string> {
  await none(
    database,
    'an estate without a property company',
    `estate x where not exists (select 1 from organisation_estate s join organisation o on o.id = s.organisation_id
       where s.estate_id = x.id and o.kind = 'property')`,
  );
  await none(
    database,
    'a captain who does not live there',
    `appointment x where x.role = 'building_captain' and not exists (select 1 from household_member m
       join person_login l on l.person_id = m.person_id and l.kind = 'phone'
      where m.person_id = x.person_id and m.building_id = x.building_id and m.state = 'confirmed')`,
  );
  // The small demo knows a few by name; at the true size nobody is missing.
  const whole = (await count(database, "area where kind = 'community'")) === 3;
  if (whole) {
    await none(
      database,
      'an organisation without people',
      'organisation x where not exists (select 1 from appointment a where a.organisation_id = x.id)',
    );
    await none(
      database,
      'somebody at a desk without an account',
      `appointment x where x.role in ('community_worker', 'community_secretary', 'grid_worker') and not exists (
         select 1 from person_login l where l.person_id = x.person_id and l.kind = 'password')`,
    );
    await none(
      database,
      'a building without a captain',
      `area x where x.kind = 'building' and not exists (select 1 from appointment a
         where a.building_id = x.id and a.role = 'building_captain')`,
    );
  }
  return `${await count(database, 'estate')} 个小区，${await count(database, 'organisation')} 个单位`;
}
