/**
 * 真实大小的演示：装一遍，每一部分用了多久，装出来的是不是都说得通。
 *
 * Loads the demo at its true size into a fresh database as `npm start` does, killed once in the middle, and then holds
 * every grid, home, membership and incident against what it must be.
 */
import { DEMO_CHECKS } from '../support/demo-checks.js';
import { load, startLoad } from '../support/demo-load.js';
import { createTestDatabase } from '../support/test-database.js';

const FULL = { LINLI_DEMO_SIZE: 'full' };
const COUNTED = {
  社区: "area where kind = 'community'",
  网格: "area where kind = 'grid'",
  小区: 'estate',
  楼: "area where kind = 'building'",
  户: 'home',
  产权人: 'home_owner where to_at is null',
  人: 'person',
  住户: 'household_member',
  楼长: "appointment where role = 'building_captain'",
  网格员: "appointment where role = 'grid_worker'",
  事件: 'incident',
  时间线: 'incident_action',
  单位: 'organisation',
  任命: 'appointment',
  审计: 'audit_entry',
};

const say = (text: string) => process.stdout.write(`${text}\n`);
const database = await createTestDatabase();
try {
  say('装到一半被杀掉…');
  const { child, done } = startLoad(database.url, FULL);
  child.stdout?.on('data', (chunk: Buffer) => {
    if (chunk.includes('住户…')) child.kill('SIGKILL');
  });
  await done;
  const again = await load(database.url, FULL);
  say(again.said.replace(/^demo: \d+% \S+…\n/gm, ''));
  if (again.code !== 0) throw new Error('it was not loaded');
  for (const [name, from] of Object.entries(COUNTED)) {
    const [row] = await database.query<{ many: number }>(`select count(*) as many from ${from}`);
    say(`  ${name} ${row?.many}`);
  }
  for (const [title, check] of DEMO_CHECKS) say(`✓ ${title}：${await check(database)}`);
} finally {
  await database.drop();
}
