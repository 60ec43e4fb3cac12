import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ALL_PERMISSIONS, type Permission, ROLE_LABELS, ROLES } from '@linli/shared';
import { ask } from './support/api.js';
import type { Attempt, Outcome, RouteTable } from './support/attempts.js';
import { type Marks, plantMarks } from './support/marks.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { routeTable } from './support/route-table.js';
import { serverEnvironment } from './support/settings.js';
import { gatherVisitors, holds, type Visitor } from './support/visitors.js';

const PRINT_ROUTES = fileURLToPath(new URL('./support/print-routes.mjs', import.meta.url));
const UNDECLARED_ROUTE = fileURLToPath(new URL('./support/undeclared-route.mjs', import.meta.url));
type Declared = Map<string, Permission | 'public' | undefined>;

let here: Neighbourhood;
let visitors: Visitor[];
let declared: Declared;
let table: RouteTable;
let marks: Marks;

before(async () => {
  here = await moveIn();
  visitors = await gatherVisitors(here.base, here.town);
  declared = await declaredRoutes(here.base);
  table = await routeTable(here);
  marks = await plantMarks(here);
});
after(() => here?.close());

/** The contract as the running application tells it: route → permission. */
async function declaredRoutes(base: string): Promise<Declared> {
  const { body } = await ask(base, 'GET', '/api/openapi.json');
  const routes: Declared = new Map();
  for (const [path, operations] of Object.entries<Record<string, { 'x-permission'?: Permission | 'public' }>>(
    body.paths,
  )) {
    for (const [method, operation] of Object.entries(operations)) {
      routes.set(`${method.toUpperCase()} ${path}`, operation['x-permission']);
    }
  }
  return routes;
}

/** What somebody should get who tries a route: first who they are, then what they hold, then where the thing is. */
function expectedOf(permission: Permission | 'public', attempt: Attempt, visitor: Visitor): Outcome {
  if (visitor.stale && !attempt.tokenIgnored) return { status: 401, code: 'auth/token-invalid' };
  if (permission === 'public') return attempt.outcome(visitor);
  if (visitor.personId === null) return { status: 401, code: 'auth/sign-in-needed' };
  if (!holds(visitor, permission)) return { status: 403, code: 'auth/not-permitted' };
  return attempt.outcome(visitor);
}

async function complaintOf(route: string, attempt: Attempt, visitor: Visitor): Promise<string | null> {
  const [method = ''] = route.split(' ', 1);
  const expected = expectedOf(declared.get(route) ?? 'public', attempt, visitor);
  const { path, body, check } = await attempt.prepare(visitor, expected);
  const answer = await ask(here.base, method, path, {
    token: visitor.token,
    body,
  });
  const code = answer.status >= 400 ? answer.body.code : undefined;
  const got = `${answer.status} ${code ?? ''}`;
  const wanted = `${expected.status} ${expected.code ?? ''}`;
  const problem =
    got === wanted
      ? ((expected.status < 300 ? check?.(answer) : null) ?? marks.leakIn(route, visitor, answer.body))
      : `${got}, not ${wanted}`;
  return problem === null ? null : `${attempt.name ?? ''} ${visitor.label}: ${problem}`;
}

describe('every route', () => {
  it('that the application registers is in the contract, and none besides', async () => {
    const env = serverEnvironment(here.database.url);
    const { stdout } = await promisify(execFile)(process.execPath, [PRINT_ROUTES], { env });
    const registered = (JSON.parse(stdout) as string[]).map((route) => route.replace(/:(\w+)/g, '{$1}'));
    assert.deepEqual(registered.sort(), [...declared.keys()].sort());
  });

  it('says which permission it asks for', () => {
    const known = new Set<string>([...ALL_PERMISSIONS, 'public']);
    const unknown = [...declared].filter(([, permission]) => !known.has(permission ?? ''));
    assert.deepEqual(unknown, []);
  });

  it('must say so, or the server does not start', async () => {
    await assert.rejects(
      promisify(execFile)(process.execPath, [UNDECLARED_ROUTE]),
      /ForgetfulController\.read/,
    );
  });

  it('stands in the table below with what each visitor should get', () => {
    assert.deepEqual(Object.keys(table).sort(), [...declared.keys()].sort());
  });

  it('may answer with words only where somebody has said who reads them', () => {
    assert.deepEqual(marks.undecided, [], 'say in support/marks.ts who may read these');
  });

  it('gives everybody exactly what their appointments in force give them', async (t) => {
    for (const [route, attempts] of Object.entries(table)) {
      await t.test(route, async () => {
        const complaints: string[] = [];
        for (const attempt of attempts) {
          for (const visitor of visitors) {
            const complaint = await complaintOf(route, attempt, visitor);
            if (complaint !== null) complaints.push(complaint);
          }
          const trace = (await attempt.afterwards?.()) ?? null;
          if (trace !== null) complaints.push(trace);
        }
        assert.deepEqual(complaints, []);
      });
    }
  });

  it('was searched for words and numbers that some did get to read', () => {
    for (const one of ['incident.description', 'incident.reporter_name', 'home_owner.name', 'task.note'])
      assert.ok(marks.seen.has(one), one);
    assert.ok(
      marks.seen.has('home_owner: a whole number') && marks.seen.has('hotline_order: a whole number'),
    );
  });

  it('was tried by every role inside and after their time, and by people without one', () => {
    const labels = new Set(visitors.map((visitor) => visitor.label));
    for (const role of ROLES) {
      if (role === 'resident') continue;
      assert.ok(
        labels.has(`${ROLE_LABELS[role]}, inside`) && labels.has(`${ROLE_LABELS[role]}, ended`),
        role,
      );
    }
    assert.ok(
      labels.has('another resident') && labels.has('signed out') && labels.has('a session that ended'),
    );
  });
});
