import type { Problem } from '@linli/shared';

/** What we say when the answer did not come from our server: a cut line, a proxy's page. */
export const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: '连不上服务器，请看看网络，再试一次',
  status: 503,
  code: 'network/unreachable',
};

/** Under this id the server knows something already, and it is not this. */
export const ID_USED_DIFFERENTLY = 'request/id-used-differently';

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value;
}

/** Whatever was thrown, as something that can be shown to a person. */
export function asProblem(error: unknown): Problem {
  return isProblem(error) ? error : UNREACHABLE;
}

/** What stands beside no field. */
export function beyondFields(problem: Problem | null): string | null {
  return problem === null || problem.errors?.length ? null : problem.title;
}

export function fieldMessage(problem: Problem | null, field: string): string | undefined {
  return problem?.errors?.find((e) => e.field === field)?.message;
}

/** A wait or another try can cure it; the request itself was not refused. */
export function isPassing(problem: Problem): boolean {
  return problem.status >= 500 || problem.code === UNREACHABLE.code;
}

/** Guarantees that a refused request carries a problem, so that nobody downstream has to guess. */
export async function withProblemBody(response: Response): Promise<Response> {
  if (response.ok || response.headers.get('content-type')?.includes('json')) return response;
  return problemResponse({ ...UNREACHABLE, status: response.status });
}

export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
