import { newId } from '../../server/test/support/new-id.js';
import type { World } from './world.js';

const LEAD = '澄湖城管';
const OTHER = '澄湖消防';

type Body = Record<string, unknown>;

/** Somebody of the demo neighbourhood acting over HTTP, to bring about what a screen is to show. */
async function actingAs(world: World, key: string) {
  const ask = async (method: string, path: string, token: string | null, body?: Body) => {
    const answer = await fetch(`${world.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const { accessToken } = await ask('POST', '/api/auth/demo', null, { key });
  const post = (path: string, body: Body) => ask('POST', path, String(accessToken), body);
  return {
    post,
    get: (path: string) => ask('GET', path, String(accessToken)),
    act: (id: string, action: string, body: Body = {}) =>
      post(`/api/incidents/${id}/${action}`, { actionId: newId(), ...body }),
  };
}

/** Cases in each way of standing, and one organisation's task, for the screens to be looked at. */
export interface Prepared {
  unjudged: string;
  unplanned: string;
  undispatched: string;
  joint: string;
  held: string;
  rejected: string;
  secondRound: string;
  task: string;
  /** The key of who acts for the organisation whose task it is. */
  officer: string;
}

/** @param code a place in a grid of grid-worker-1 */
export async function prepareCases(world: World, code: string): Promise<Prepared> {
  const resident = await actingAs(world, 'resident-6');
  const worker = await actingAs(world, 'grid-worker-1');
  const community = await actingAs(world, 'community-worker-1');
  const report = async (description: string, ...ways: [string, Body?][]) => {
    const id = newId();
    await resident.post('/api/incidents', {
      id,
      categoryCode: 'facility',
      description,
      placeCode: code,
      photoIds: [],
    });
    for (const [action, body] of ways) await worker.act(id, action, body);
    return id;
  };
  const accepted: [string, Body?] = ['accept'];
  const complex: [string, Body?] = ['judge', { difficulty: 'complex' }];
  const hard: [string, Body?] = ['judge', { difficulty: 'hard' }];
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  const joint = await report('单元门口的台阶塌了一角，老人进出要绕着走', accepted, hard, [
    'plan',
    { dueAt: inDays(5), note: '请厂家来看，五天内把台阶补好，先拉警戒线' },
  ]);
  const { communityId } = await worker.get(`/api/incidents/${joint}`);
  const { items } = (await worker.get(`/api/organisations?communityId=${communityId}`)) as {
    items: { id: string; name: string }[];
  };
  const departments = [LEAD, OTHER].map((name) => items.find((one) => one.name === name)?.id ?? '');
  const tasks = departments.map((organisationId, i) => ({
    id: newId(),
    organisationId,
    dueAt: inDays(1 + i),
    note: i === 0 ? '请把塌了的台阶补平，做防滑' : '请在台阶旁装一段扶手',
    lead: i === 0,
  }));
  await worker.act(joint, 'dispatch', { route: 'joint', tasks });
  const held = await report(
    '健身器材的扶手松了',
    accepted,
    complex,
    ['dispatch', { route: 'self' }],
    ['request-hold', { reason: '等配件，厂家说后天到' }],
  );
  await community.act(held, 'approve-hold');
  const rejected = await report('小区外大马路上的井盖响');
  await community.act(rejected, 'reject', { reason: '这是市政道路，已经转告市政热线' });
  const secondRound = await report(
    '单元门的闭门器漏油',
    accepted,
    complex,
    ['dispatch', { route: 'self' }],
    ['resolve', { note: '拧紧了', photoIds: [] }],
  );
  await resident.act(secondRound, 'dispute', { note: '还是漏油' });
  return {
    unjudged: await report('楼道里的窗户关不上', accepted),
    unplanned: await report('地下车库的坡道裂了', accepted, hard),
    undispatched: await report('花坛的砖松了', accepted, complex),
    joint,
    held,
    rejected,
    secondRound,
    task: tasks[0]?.id ?? '',
    officer: 'department-officer-1',
  };
}
