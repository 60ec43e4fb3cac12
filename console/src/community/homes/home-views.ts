import { roleMay } from '@linli/shared';
import { useMe } from '../../session/useMe';

/** How one looks at the list; it stands in the address, so that a reload and a colleague see the same. */
export interface HomeView {
  communityId: string | undefined;
  estateId: string | undefined;
  buildingId: string | undefined;
  q: string | undefined;
  page: number;
}

export function readView(params: URLSearchParams): HomeView {
  return {
    communityId: params.get('community') ?? undefined,
    estateId: params.get('estate') ?? undefined,
    buildingId: params.get('building') ?? undefined,
    q: params.get('q') ?? undefined,
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  };
}

export function writeView({ communityId, estateId, buildingId, q, page }: HomeView): Record<string, string> {
  return {
    ...(communityId ? { community: communityId } : {}),
    ...(estateId ? { estate: estateId } : {}),
    ...(buildingId ? { building: buildingId } : {}),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

export interface HomeCommunity {
  id: string;
  name: string;
  /** Whether the whole of it is theirs, so that they may take in a file. */
  whole: boolean;
}

/** The communities whose homes this person sees to. */
export function useHomeCommunities(): HomeCommunity[] {
  const own = useMe().appointments.filter(
    ({ role, communityId, gridId }) =>
      roleMay(role, 'home.register') && communityId !== null && gridId === null,
  );
  const found = new Map<string, HomeCommunity>();
  for (const { communityId, communityName, areaName, areaId } of own) {
    const id = communityId as string;
    const whole = (found.get(id)?.whole ?? false) || areaId === communityId;
    found.set(id, { id, name: communityName ?? areaName ?? '', whole });
  }
  return [...found.values()];
}

export function areaText(hundredths: number | null): string {
  return hundredths === null ? '未登记' : `${(hundredths / 100).toFixed(2)} ㎡`;
}
