import { built } from './built.js';
import type { Neighbourhood } from './neighbourhood.js';
import { serverEnvironment } from './settings.js';
import { type Standings, standingsIn } from './standings.js';
import { holds, reachesOrganisation, type Visitor } from './visitors.js';

/** Whether this visitor may come to read what stands in a column, through this route. */
type MayRead = (visitor: Visitor, route: string) => boolean;

const everybody: MayRead = () => true;
const nobody: MayRead = () => false;
const throughOnly =
  (...routes: string[]): MayRead =>
  (_visitor, route) =>
    routes.includes(route);
const either =
  (...ways: MayRead[]): MayRead =>
  (visitor, route) =>
    ways.some((way) => way(visitor, route));

/** Who may read which words. Every column that holds words stands here: one that does not fails the test. */
function readersOf(here: Neighbourhood, { isStaff, isReporter, inScope, inCommunity }: Standings) {
  const signedIn: MayRead = ({ personId }) => personId !== null;
  const auditor: MayRead = (visitor) => holds(visitor, 'audit.read');
  const { property, cityManagement } = here.town.organisations;
  const doesTasks: MayRead = (visitor) =>
    [property, cityManagement].some((id) => reachesOrganisation(visitor, 'task.read', id));
  const involved = either(isStaff, isReporter);
  // Who telephoned follows by the code on their slip: whoever holds it stands for them.
  const byCode = throughOnly('GET /api/incidents/by-code/{code}');
  const toldThrough = either(involved, doesTasks, byCode);
  const withTasks = either(isStaff, doesTasks);
  const runsHouseholds = either(inScope('household.confirm'), inScope('household.desk'));
  const registersHomes = inScope('home.register');
  const takesOrders = inCommunity('hotline.list');
  const writesNotices = inCommunity('notice.desk');
  const own: MayRead = signedIn;
  const readers: Record<string, MayRead> = {
    // The map and what stands on it, kinds and hints are for everybody.
    'area.name': everybody,
    'area_version.name': everybody,
    'estate.name': everybody,
    'place.label': everybody,
    'place.address': everybody,
    'incident_category.label': everybody,
    'person.demo_hint': everybody,
    'organisation.name': signedIn,
    'home.room': signedIn,
    'home.title_number': registersHomes,

    // Who somebody is.
    // Why two were one stays for whoever looks into a merge later; no route shows it.
    'person_merge.reason': nobody,
    'person.name': either(isStaff, isReporter, auditor, throughOnly('GET /api/auth/demo-people')),
    'session.device': own,
    'audit_entry.actor_name': auditor,
    'audit_entry.subject_label': auditor,

    // An incident: neighbours read where and what kind; words only through the gate, names never.
    'incident.place_label': everybody,
    'incident.place_note': toldThrough,
    'incident.description': toldThrough,
    'incident.voice_words': toldThrough,
    'incident.reporter_name': isStaff,
    'incident.entered_by_name': isStaff,
    'incident.handler_name': isStaff,
    'incident_action.actor_name': isStaff,
    'incident_action.note': either(involved, byCode),
    'content_piece.why': isStaff,
    'content_piece.words': nobody,
    'task.note': withTasks,
    'task_action.actor_name': withTasks,
    'task_action.note': withTasks,

    // Orders of the hotline are between the community's staff and the city.
    'hotline_order.outside_number': takesOrders,
    'hotline_order.text': takesOrders,
    'hotline_order.caller_name': takesOrders,
    'hotline_order.reply_text': takesOrders,
    'hotline_order.replied_by_name': takesOrders,
    'hotline_action.actor_name': takesOrders,
    'hotline_action.note': takesOrders,

    // Who lives where and who owns what.
    'household_member.home_label': either(runsHouseholds, isReporter),
    'household_member.name': either(runsHouseholds, isReporter),
    'household_member.reason': either(runsHouseholds, isReporter),
    'household_member_action.actor_name': runsHouseholds,
    'household_member_action.reason': either(runsHouseholds, isReporter),
    'home_owner.name': registersHomes,
    'home_action.actor_name': registersHomes,
    'home_import.sent_by_name': registersHomes,
    'home_import.file_name': registersHomes,
    'home_import.refusal': registersHomes,

    // Told to each alone.
    'inbox_message.title': own,
    'inbox_message.body': own,
    'delivery.title': nobody,
    'delivery.body': nobody,

    // A notice says who wrote it to the staff; why it was withdrawn, to whom it was for.
    'notice.title': everybody,
    'notice.body': everybody,
    'notice.where_label': everybody,
    'notice.written_by_name': writesNotices,
    'notice_action.actor_name': writesNotices,
    'notice_action.reason': everybody,

    // Settings and the map keep who changed them.
    'clock_policy.added_by_name': (visitor) => holds(visitor, 'clock.configure'),
    'work_calendar.added_by_name': (visitor) => holds(visitor, 'clock.configure'),
    'map_edit.actor_name': (visitor) => holds(visitor, 'area.desk') || holds(visitor, 'area.configure'),

    // What went wrong outside is for those who run the platform.
    'delivery.last_error': nobody,
    'outbox_event.last_error': (visitor) => holds(visitor, 'effects.inspect'),
    'staff_group.last_error': (visitor) => holds(visitor, 'staff_group.configure'),
  };
  return readers;
}

/** What is written down whole only behind a key, by the table it stands in, and who may have it whole. */
function numbersOf({ inScope, inCommunity }: Standings): Record<string, MayRead> {
  const ofOwners = inScope('home.register');
  const confirmsHomes = inScope('household.confirm');
  return {
    person_login: (visitor, route) => confirmsHomes(visitor) && route === 'GET /api/households/{id}/phone',
    // A card that is not shown is its holder's alone.
    contact_card: nobody,
    hotline_order: inCommunity('hotline.list'),
    home_owner: (visitor, route) =>
      ofOwners(visitor) && route === 'GET /api/homes/{id}/owners/{ownerId}/phone',
  };
}

/** Proofs, blind indexes and whatever is sealed: no answer ever holds one, whoever asks. */
const SECRETS = /^(secret_hash|(phone|account|code)_index|(code|token|request|file)_hash|sealed_\w+)$/;
/** Filling these in would change what a row is: a report would be one by telephone, an order answered. */
const MEANS_SOMETHING_WHEN_EMPTY = new Set([
  'incident.entered_by_name',
  'incident.handler_name',
  'incident.voice_words',
  'hotline_order.reply_text',
  'hotline_order.replied_by_name',
]);
const NOT_WORDS = new Set(['migrations.name']);

interface Mark {
  /** The column, or the table of a number. */
  of: string;
  mayRead: MayRead;
}

export interface Marks {
  /** Columns with words that nobody has decided about, and decisions about columns that are gone. */
  undecided: string[];
  /** What this visitor should not have been sent; null when the answer is clean. */
  leakIn(route: string, visitor: Visitor, answer: unknown): string | null;
  /** What somebody did get to read: a mark nobody ever saw proves nothing. */
  seen: ReadonlySet<string>;
}

/** Writes a mark of its own into every word, telephone number and secret there is, so that every answer can be searched for them. */
export async function plantMarks(here: Neighbourhood): Promise<Marks> {
  const standings = await standingsIn(here);
  const readers = readersOf(here, standings);
  const marks = new Map<string, Mark>();
  const columns = await columnsOf(here, "character_set_name = 'utf8mb4' and data_type = 'varchar'");
  const words = columns.filter(({ name }) => !NOT_WORDS.has(name));
  for (const [index, { table, column, name, length }] of words.entries()) {
    const mark = `⟦${index}⟧`;
    marks.set(mark, { of: name, mayRead: readers[name] ?? nobody });
    const which = table === 'person' ? "demo_key = 'reporter'" : 'true';
    const filled = MEANS_SOMETHING_WHEN_EMPTY.has(name) ? column : `coalesce(${column}, '')`;
    await here.database.query(
      `update ${table} set ${column} = concat(left(${filled}, ${length - mark.length}), ?) where ${which}`,
      [mark],
    );
  }
  for (const [number, mark] of await plantNumbers(here, numbersOf(standings))) marks.set(number, mark);
  const secrets = await secretsIn(here);
  const seen = new Set<string>();
  return {
    undecided: [
      ...words.flatMap(({ name }) => (name in readers ? [] : [name])),
      ...Object.keys(readers).filter((name) => !words.some((word) => word.name === name)),
    ],
    seen,
    leakIn(route, visitor, answer) {
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer ?? null);
      for (const [secret, of] of secrets) if (text.includes(secret)) return `was sent ${of}`;
      for (const [mark] of text.matchAll(/⟦\d+⟧|1371234\d{4}/g)) {
        const found = marks.get(mark);
        if (found === undefined) continue;
        if (!found.mayRead(visitor, route)) return `was sent ${found.of}`;
        seen.add(found.of);
      }
      return null;
    },
  };
}

async function columnsOf(here: Neighbourhood, condition: string) {
  const rows = await here.database.query<{ t: string; c: string; n: number }>(
    `select table_name as t, column_name as c, character_maximum_length as n from information_schema.columns
      where table_schema = database() and ${condition} order by table_name, ordinal_position`,
  );
  return rows.map(({ t, c, n }) => ({ table: t, column: c, name: `${t}.${c}`, length: Number(n) }));
}

/** Everybody whose number a table keeps has that table's number from now on. */
async function plantNumbers(here: Neighbourhood, readers: Record<string, MayRead>) {
  const { DataCipher } = await built<typeof import('../../src/platform/crypto/data-cipher.js')>(
    'platform/crypto/data-cipher.js',
  );
  const { Settings } = await built<typeof import('../../src/platform/config/settings.js')>(
    'platform/config/settings.js',
  );
  const cipher = new DataCipher(new Settings(serverEnvironment(here.database.url)));
  const tables = await columnsOf(here, "column_name = 'sealed_phone'");
  const numbers: [string, Mark][] = [];
  for (const [index, { table }] of tables.entries()) {
    const number = `1371234${String(index).padStart(4, '0')}`;
    const which = table === 'contact_card' ? 'shown = 0' : 'true';
    await here.database.query(`update ${table} set sealed_phone = ? where ${which}`, [
      cipher.encrypt(number),
    ]);
    numbers.push([number, { of: `${table}: a whole number`, mayRead: readers[table] ?? nobody }]);
  }
  return numbers;
}

/** Every secret there is by now, with the column it stands in. */
async function secretsIn(here: Neighbourhood): Promise<Map<string, string>> {
  const secrets = new Map<string, string>();
  for (const { table, column, name } of await columnsOf(here, "character_set_name = 'ascii'")) {
    if (!SECRETS.test(column)) continue;
    const rows = await here.database.query<{ secret: string }>(
      `select distinct ${column} as secret from ${table} where ${column} is not null`,
    );
    for (const { secret } of rows) if (!/^0*$/.test(secret)) secrets.set(secret, name);
  }
  return secrets;
}
