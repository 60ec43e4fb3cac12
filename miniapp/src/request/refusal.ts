import type { Problem } from '@linli/shared';

/** What every failed request throws: the server's problem, or one of ours when no answer came. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'Refusal';
  }

  get code() {
    return this.problem.code;
  }

  /** No answer at all: no network, or it took too long. */
  get offline() {
    return this.problem.code === 'request/offline';
  }

  /** Nobody could answer: no network, or the server is in trouble. What was seen before is shown instead. */
  get unanswered() {
    return this.offline || this.problem.status >= 500;
  }

  /** Trying the same again may well work. */
  get passing() {
    return this.unanswered || this.problem.status === 429;
  }
}

export const offlineRefusal = () =>
  new Refusal({ type: 'about:blank', title: '没有网，等一会儿再试', status: 0, code: 'request/offline' });

/** Turns any answer that is not a success into a refusal, even one that is not problem+json (a proxy's page, say). */
export function refusalFrom(status: number, body: unknown): Refusal {
  let parsed = body;
  if (typeof body === 'string') {
    try {
      parsed = JSON.parse(body);
    } catch {
      parsed = null;
    }
  }
  if (parsed !== null && typeof parsed === 'object' && 'code' in parsed && 'title' in parsed) {
    return new Refusal(parsed as Problem);
  }
  return new Refusal({
    type: 'about:blank',
    title: status >= 500 ? '服务正忙，您写的都还在，等一会儿再试' : '没办成，请再试一次',
    status,
    code: status >= 500 ? 'request/busy' : 'request/failed',
  });
}

/** The sentence to show for anything that was thrown. */
export function sentence(error: unknown): string {
  return error instanceof Refusal ? error.problem.title : '出了点问题，请再试一次';
}
