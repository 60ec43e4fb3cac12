/** How one looks at the list; it stands in the address, so that a reload and a colleague see the same. */
export interface AccountView {
  has: 'with' | 'without' | undefined;
  q: string | undefined;
  page: number;
}

export function readView(params: URLSearchParams): AccountView {
  const has = params.get('has');
  return {
    has: has === 'with' || has === 'without' ? has : undefined,
    q: params.get('q') ?? undefined,
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  };
}

export function writeView({ has, q, page }: AccountView): Record<string, string> {
  return {
    ...(has ? { has } : {}),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}
