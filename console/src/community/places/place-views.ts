/** How one looks at the list; it stands in the address, so that a reload and a colleague see the same. */
export interface PlaceView {
  communityId: string | undefined;
  revoked: boolean;
  q: string | undefined;
  page: number;
}

export function readView(params: URLSearchParams): PlaceView {
  return {
    communityId: params.get('community') ?? undefined,
    revoked: params.get('standing') === 'revoked',
    q: params.get('q') ?? undefined,
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  };
}

export function writeView({ communityId, revoked, q, page }: PlaceView): Record<string, string> {
  return {
    ...(communityId ? { community: communityId } : {}),
    ...(revoked ? { standing: 'revoked' } : {}),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

/** The address of the sheets of these codes. */
export function printAddress(communityId: string, codes: readonly string[]): string {
  return `/print/places?${new URLSearchParams({ community: communityId, codes: codes.join(',') })}`;
}
