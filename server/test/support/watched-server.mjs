/**
 * Loaded before the built server: tells over the channel to its parent what the process has spent, and, when asked, which
 * statements each request sends. While nothing is recorded the server runs as it is.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import mysql from 'mysql2';

const requests = new AsyncLocalStorage();
const connection = Object.getPrototypeOf(mysql.Connection.prototype);
const plain = { query: connection.query, execute: connection.execute };
let recorded = null;

subscribe('http.server.request.start', ({ request }) => {
  if (recorded === null) return;
  const statements = [];
  recorded.push({ method: request.method, url: request.url, statements });
  requests.enterWith(statements);
});

/** Only what a request asked for: what the process does by itself is not the request's. */
const noting = (send, prepared) =>
  function sendAndNote(statement, values, ...rest) {
    const { sql, values: own } = typeof statement === 'string' ? { sql: statement } : statement;
    const given = Array.isArray(values) ? values : own;
    requests.getStore()?.push({ sql, values: (given ?? []).map(portable), prepared });
    return send.call(this, statement, values, ...rest);
  };

function portable(value) {
  if (value instanceof Date) return { moment: value.getTime() };
  return Array.isArray(value) ? value.map(portable) : value;
}

process.on('message', (asked) => {
  if (asked === 'spent') {
    const { user, system } = process.cpuUsage();
    process.send({ micros: user + system });
  } else if (asked === 'record') {
    recorded = [];
    Object.assign(connection, { query: noting(plain.query, false), execute: noting(plain.execute, true) });
    process.send({ recording: true });
  } else if (asked === 'recorded') {
    Object.assign(connection, plain);
    // Otherwise every promise goes on being followed.
    requests.disable();
    process.send({ requests: recorded });
    recorded = null;
  }
});
process.channel?.unref();
