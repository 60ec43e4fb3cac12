import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { testDatabaseUrl } from './test-database.js';

/** Stands between the server and the database, so that a test can cut the wire. */
export interface DatabaseWire {
  /** The same database, through the wire. */
  through(databaseUrl: string): string;
  /** Every connection breaks and no new one is accepted. */
  cut(): Promise<void>;
  /** Connections stay open but nothing passes any more. */
  swallow(): void;
  restore(): Promise<void>;
}

export async function layWire(): Promise<DatabaseWire> {
  const target = new URL(testDatabaseUrl());
  const socketPath = target.searchParams.get('socketPath');
  const sockets = new Set<Socket>();
  let passing = true;
  const open = () =>
    socketPath === null ? connect(Number(target.port || 3306), target.hostname) : connect(socketPath);
  const join = (near: Socket) => {
    const far = open();
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (passing) to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  };
  let server: Server = createServer(join).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    through(databaseUrl) {
      const url = new URL(databaseUrl);
      url.searchParams.delete('socketPath');
      url.hostname = '127.0.0.1';
      url.port = String(port);
      return url.href;
    },
    async cut() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      breakAll();
      await closed;
    },
    swallow() {
      passing = false;
    },
    async restore() {
      if (!passing) breakAll();
      passing = true;
      if (server.listening) return;
      server = createServer(join).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}
