/**
 * The floor: what one request costs at the least. Bare node:http and mysql2 with prepared statements, the same pool, the
 * same statements in the same order, the same token checked, the same answer written. It maps nothing, decides nothing.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import mysql from 'mysql2/promise';

const { database, poolSize, key, plan } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const url = new URL(database);
const pool = mysql.createPool({
  ...{ host: url.hostname, port: Number(url.port), database: url.pathname.slice(1), timezone: 'Z' },
  ...{ user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
  ...{ connectionLimit: poolSize, charset: 'utf8mb4_bin' },
});
const secret = Buffer.from(key, 'base64');

function mayIn(header = '') {
  const [head, body, signature] = header.slice('Bearer '.length).split('.');
  const right = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  if (!timingSafeEqual(right, Buffer.from(signature, 'base64url'))) return false;
  return JSON.parse(Buffer.from(body, 'base64url')).exp > Date.now() / 1000;
}

function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.floor(performance.timeOrigin + performance.now()), 0, 6);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A value stands as it was, or is made for this request: its ids, its moment, words with its ids in them. */
function made(value, ids, now) {
  if (value === null || typeof value !== 'object') return value;
  if (value.id !== undefined) return ids[value.id];
  if (value.moment !== undefined) return new Date(value.moment);
  if (value.now) return now;
  return value.words.map((part) => (typeof part === 'string' ? part : ids[part.id])).join('');
}

const send = (to, { sql, values }, ids, now) =>
  values.length === 0
    ? to.query(sql)
    : to.execute(
        sql,
        values.map((value) => made(value, ids, now)),
      );

async function work({ first, together, transaction }, ids, now) {
  for (const statement of first) await send(pool, statement, ids, now);
  if (transaction.length > 0) {
    const tx = await pool.getConnection();
    for (const statement of transaction) await send(tx, statement, ids, now);
    tx.release();
  }
  await Promise.all(together.map((statement) => send(pool, statement, ids, now)));
}

const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const body = text === '' ? {} : JSON.parse(text);
  const ids = Array.from({ length: plan.newIds }, newId);
  if (body.id !== undefined) ids[0] = body.id;
  if (!mayIn(request.headers.authorization)) return response.writeHead(401).end();
  await work(plan, ids, new Date());
  const answer = JSON.stringify(plan.answer);
  const length = Buffer.byteLength(answer);
  response
    .writeHead(plan.status, { 'content-type': 'application/json; charset=utf-8', 'content-length': length })
    .end(answer);
});
server.listen(0, '127.0.0.1', () =>
  console.log(`floor listening on http://127.0.0.1:${server.address().port}`),
);
