import type { Problem } from '@linli/shared';

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows which shape it asked for.
  body: any;
}

export interface AskOptions {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One request over real HTTP. */
export async function ask(
  base: string,
  method: string,
  path: string,
  options: AskOptions = {},
): Promise<Answer> {
  const headers: Record<string, string> = { ...options.headers };
  if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`;
  let body: FormData | string | undefined;
  if (options.body instanceof FormData) body = options.body;
  else if (options.body !== undefined) {
    body = JSON.stringify(options.body);
    headers['content-type'] ??= 'application/json';
  }
  const response = await fetch(base + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

/** Fails unless the answer is exactly this refusal, said in Chinese, as problem+json. */
export function assertProblem(answer: Answer, status: number, code: string): Problem {
  const problem = answer.body as Problem;
  const got = `${answer.status} ${JSON.stringify(answer.body)}`;
  if (answer.status !== status || problem?.code !== code)
    throw new Error(`expected ${status} ${code}, got ${got}`);
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) {
    throw new Error(`not problem+json: ${got}`);
  }
  if (!/[一-鿿]/.test(problem.title) || problem.requestId === undefined)
    throw new Error(`not for a person: ${got}`);
  return problem;
}

/** Waits for something to become true; the deadline is for when it never does. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | null | false>,
  { deadlineMs = 20_000, everyMs = 50 }: { deadlineMs?: number; everyMs?: number } = {},
): Promise<T> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const result = await check();
    if (result !== null && result !== false) return result;
    if (Date.now() > until) throw new Error(`${what} did not happen in ${deadlineMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
