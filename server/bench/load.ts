import { Agent, request } from 'node:http';

export interface Request {
  method: 'GET' | 'POST';
  path: string;
  token?: string | undefined;
  /** Made anew for each request, so that each can bring an id of its own. */
  body?: (() => unknown) | undefined;
}

export interface Answered {
  status: number;
  text: string;
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request on a connection that stays open, timed from the first byte sent to the last byte read. */
export function send(base: string, { method, path, token, body }: Request): Promise<Answered> {
  const text = body === undefined ? undefined : JSON.stringify(body());
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      base + path,
      {
        agent,
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            ms: performance.now() - began,
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

/** So many of the same, a few at once; anything but the expected status breaks the measurement off. */
export async function sendMany(
  base: string,
  one: Request,
  { count, atOnce, status }: { count: number; atOnce: number; status: number },
): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const answer = await send(base, one);
      if (answer.status !== status)
        throw new Error(`${one.method} ${one.path}: ${answer.status} ${answer.text.slice(0, 300)}`);
      times.push(answer.ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return times;
}

export function closeConnections(): void {
  agent.destroy();
}
