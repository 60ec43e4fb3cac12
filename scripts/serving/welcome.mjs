import { colour, line } from '../machine/say.mjs';

/** What to open and who to be: printed once everything answers. */
export async function welcome({ address, demo }) {
  const { items: people, samplePlaceCode } = demo ? await demoPeople(address) : { items: [] };
  const rows = [
    ['小程序（网页版）', `${address}/m/`],
    ['管理后台', `${address}/console/`],
    ['接口文档', `${address}/api/docs`],
  ];
  if (samplePlaceCode) rows.push(['墙上的二维码', `${address}/q/${samplePlaceCode}`]);
  line();
  line(colour(1, '邻里共治已就绪'));
  for (const [name, value] of rows) line(`  ${padded(name, 18)}${colour(36, value)}`);
  if (people.length > 0) {
    line();
    line('演示人物（在登录页点名字就能登录，不用密码）');
    for (const { name, roleLabel, client, hint } of people) {
      const where = client === 'console' ? '管理后台' : '小程序';
      line(`  ${padded(name, 18)}${padded(roleLabel, 14)}${padded(where, 12)}${hint}`);
    }
  }
  line();
  line('按 Ctrl-C 停止。');
}

async function demoPeople(address) {
  try {
    const response = await fetch(`${address}/api/auth/demo-people`, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? await response.json() : { items: [] };
  } catch {
    // Without the list the addresses are still worth printing.
    return { items: [] };
  }
}

/** Chinese characters take two columns. */
function padded(text, columns) {
  const width = [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e80 ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(2, columns - width));
}
