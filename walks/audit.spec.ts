import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ConsoleDesk } from './support/console-desk.js';
import { openWorld, type World } from './support/world.js';

let world: World;
before(async () => {
  world = await openWorld();
});
after(async () => {
  await world.close();
});

const PASSWORD = 'linli-demo-2025';

async function deskOf(account: string, look = {}): Promise<ConsoleDesk> {
  const desk = await ConsoleDesk.open(world.browser, world.url, look);
  await desk.signIn(account, PASSWORD);
  await desk.page.locator('.side-nav').waitFor();
  return desk;
}

test('an auditor finds who looked at a reporter, and checks that nothing was changed', async () => {
  const [incident] = await world.query<{ id: string; number: string }>(
    "select id, number from incident where state = 'reported' order by reported_at desc limit 1",
  );
  assert.ok(incident);
  const worker = await deskOf('shegong1');
  await worker.go(`/console/incidents/${incident.id}`);
  await worker.see(incident.number);
  await worker.page.locator('.drawer').first().waitFor();
  await worker.go('/console/audit');
  await worker.see('这一页不归您看');
  await worker.see('去看事件');
  await worker.close();

  const auditor = await deskOf('shenji1');
  assert.deepEqual(await auditor.page.locator('.side-nav a').allTextContents(), ['审计']);
  await auditor.page.locator('tr[data-action="incident.read_reporter"]').first().waitFor();
  await auditor.shot('console-audit');
  await auditor.go('/console/incidents');
  await auditor.see('这一页不归您看');
  await auditor.see('去看审计');
  await auditor.go('/console/audit');

  await auditor.pick('做了什么', '查看上报人是谁');
  await auditor.page.waitForURL(/action=incident\.read_reporter/);
  await auditor.page.locator('tr[data-action="session.sign_in"]').first().waitFor({ state: 'detached' });
  const row = auditor.page.locator('tr[data-action]').filter({ hasText: incident.number });
  await row.getByRole('button').press('Enter');
  await auditor.press('只看这一件');
  await auditor.page.waitForURL(new RegExp(`subjectId=${incident.id}`));
  await auditor.shot('console-audit-one');
  await auditor.press('清空');
  await auditor.page.getByLabel('谁做的').fill('没有这个人');
  await auditor.page.keyboard.press('Enter');
  await auditor.see('没有符合的记录');
  await auditor.press('清空');

  await auditor.press('核对');
  await auditor.press('开始核对');
  await auditor.see('没有被改动');
  const kept = await auditor.page.locator('.audit-roots code').first().textContent();
  await auditor.shot('console-audit-check');
  await world.query(
    'update audit_entry e join audit_seal s on s.entry_id = e.id set e.subject_id = ? where s.seq = 2',
    ['somebody-else'],
  );
  await auditor.page.getByLabel('您留存的一行封印').fill('第一行');
  await auditor.see('要有序号和 64 位的封印');
  await auditor.page.getByLabel('您留存的一行封印').fill(kept ?? '');
  await auditor.press('再核对一次');
  await auditor.see('记录的内容被改过，第 2 条');
  await auditor.shot('console-audit-broken');
  await auditor.page.keyboard.press('Escape');

  const [saved] = await Promise.all([auditor.page.waitForEvent('download'), auditor.press('导出')]);
  assert.equal(saved.suggestedFilename(), '审计记录.xlsx');
  await auditor.close();
  const narrow = await deskOf('shenji1', { width: 390, height: 844 });
  await narrow.page.locator('tr[data-action="audit.export"]').first().waitFor();
  await narrow.shot('console-audit-phone');
  await narrow.close();
});
