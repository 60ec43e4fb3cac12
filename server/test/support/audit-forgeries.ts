/** The beginning cut off, and a root put there as if its time were over. */
const CUT = [
  "insert into audit_root (day, seq, hash, published_at) select '2020-01-01', seq, hash, sealed_at from audit_seal where seq = 6",
  'delete from audit_entry where id in (select entry_id from audit_seal where seq < 7)',
  'delete from audit_seal where seq < 7',
];
const UNCUT = [
  'insert ignore into audit_entry select * from kept_entry',
  'insert ignore into audit_seal select * from kept_seal',
  'delete from audit_root',
];

/** Each as somebody with the database in hand might do it; undone before the next. */
export const FORGERIES: { what: string; forge: string[]; undo: string[]; kind: string }[] = [
  {
    what: 'an entry that was changed',
    forge: [
      "update audit_entry set action = 'notice.read' where id = (select entry_id from audit_seal where seq = 7)",
    ],
    undo: ['update audit_entry e join kept_entry k on k.id = e.id set e.action = k.action'],
    kind: 'entry_changed',
  },
  {
    what: 'an entry that was taken away',
    forge: ['delete from audit_entry where id = (select entry_id from audit_seal where seq = 7)'],
    undo: ['insert ignore into audit_entry select * from kept_entry'],
    kind: 'entry_missing',
  },
  {
    what: 'one that was taken away with its seal',
    forge: [
      'delete from audit_entry where id = (select entry_id from audit_seal where seq = 7)',
      'delete from audit_seal where seq = 7',
    ],
    undo: [
      'insert ignore into audit_entry select * from kept_entry',
      'insert ignore into audit_seal select * from kept_seal',
    ],
    kind: 'seal_missing',
  },
  {
    what: 'two in each other’s place',
    forge: [
      'update audit_seal s join kept_seal k on k.seq = 15 - s.seq set s.entry_id = concat(left(s.entry_id, 35), "-") where s.seq in (7, 8)',
      'update audit_seal s join kept_seal k on k.seq = 15 - s.seq set s.entry_id = k.entry_id where s.seq in (7, 8)',
    ],
    undo: [
      'delete from audit_seal where seq in (7, 8)',
      'insert into audit_seal select * from kept_seal where seq in (7, 8)',
    ],
    kind: 'entry_changed',
  },
  {
    what: 'an entry that was put in past the sealer',
    forge: [
      `insert into audit_entry (id, at, action, subject_type, subject_id, details)
         values ('01900000-0000-7000-8000-000000000000', utc_timestamp(3), 'session.sign_in', 'session', 'x', '{}')`,
    ],
    undo: ["delete from audit_entry where id = '01900000-0000-7000-8000-000000000000'"],
    kind: 'entry_unsealed',
  },
  {
    what: 'an end that was cut off',
    forge: [
      'create table kept_end as select * from audit_seal where seq > 20',
      'delete from audit_seal where seq > 20',
    ],
    undo: ['insert into audit_seal select * from kept_end'],
    kind: 'tail_missing',
  },
  {
    what: 'a root put in place of the day’s',
    forge: [
      "insert into audit_root (day, seq, hash, published_at) values ('2026-01-01', 9, repeat('a', 64), utc_timestamp(3))",
    ],
    undo: ['delete from audit_root'],
    kind: 'root_differs',
  },
  {
    what: 'a true seal called another day’s root',
    forge: [
      "insert into audit_root (day, seq, hash, published_at) select '2020-01-01', seq, hash, sealed_at from audit_seal where seq = 9",
    ],
    undo: ['delete from audit_root'],
    kind: 'root_differs',
  },
  {
    what: 'young entries called old and taken away',
    forge: [...CUT],
    undo: [...UNCUT],
    kind: 'pruned_early',
  },
  {
    what: 'the same with the first that is left dated back',
    forge: [...CUT, "update audit_seal set sealed_at = '2020-01-01' where seq = 7"],
    undo: ['delete from audit_seal where seq = 7', ...UNCUT],
    kind: 'entry_changed',
  },
];
