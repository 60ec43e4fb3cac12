import { ALL_AUDIT_ACTIONS, type AuditAction } from '@linli/shared';

/** What is looked for, as it stands in the address of the page. Days are the neighbourhood's. */
export interface AuditFilters {
  who?: string | undefined;
  about?: string | undefined;
  action?: AuditAction | undefined;
  communityId?: string | undefined;
  subjectId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;

export function readFilters(params: URLSearchParams): AuditFilters {
  const text = (name: string) => params.get(name)?.trim() || undefined;
  const day = (name: string) => (DAY.test(text(name) ?? '') ? text(name) : undefined);
  return {
    who: text('who'),
    about: text('about'),
    action: ALL_AUDIT_ACTIONS.find((one) => one === params.get('action')),
    communityId: text('communityId'),
    subjectId: text('subjectId'),
    from: day('from'),
    to: day('to'),
  };
}

/** The same for the server, which asks for moments; the last day counts as a whole. */
export function askedFor({ from, to, ...rest }: AuditFilters) {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given),
    ...(from === undefined ? {} : { from: startOf(from).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(startOf(to).getTime() + DAY_MS).toISOString() }),
  };
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
