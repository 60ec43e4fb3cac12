import { startWatchedServer } from '../test/support/watched-server.js';
import { sendMany, closeConnections } from './load.js';
import { tokenOf } from './versus-floor.js';
import { quantile } from './figures.js';
import mysql from 'mysql2/promise';
const port = process.argv[2]; const n = Number(process.argv[3] ?? 15);
const paths: [string,string][] = [
 ...['open','due_soon','overdue','to_approve','awaiting_confirm','to_check_back','all','all&page=50'].map((t):[string,string]=>['communityWorker',`/api/incidents?tab=${t}&pageSize=20`]),
 ['officer','/api/incidents?tab=to_check_back&pageSize=20'],['officer','/api/incidents?tab=all&pageSize=20'],
 ['worker','/api/incidents/workbench'],['reporter','/api/communities/ID/overview'],['reporter','/api/incidents/public?communityId=ID'],['reporter','/api/incidents/mine']];
const out: Record<string,string[]> = {};
for (const db of ['linli_test_2c9277929a82','linli_test_18d1eee9983b']) {
  const url = `mysql://root@127.0.0.1:${port}/${db}`;
  const c = await mysql.createConnection(url);
  const [[row]] = await c.query("select id from area where kind='community' and short_code='T0'") as any;
  const s = await startWatchedServer(url, { LINLI_DISPATCH_MS: '0' });
  for (const [who, path] of paths) {
    const token = await tokenOf(s, who);
    const t = await sendMany(s.url, { method:'GET', path: path.replace('ID', row.id), token }, { count: n, atOnce: 1, status: 200 });
    (out[`${who} ${path}`] ??= []).push(quantile(t,0.5).toFixed(1)+'/'+quantile(t,0.95).toFixed(1));
  }
  await s.stop(); await c.end();
}
for (const [k,v] of Object.entries(out)) console.log(k.padEnd(60), v.join('   '));
closeConnections();
