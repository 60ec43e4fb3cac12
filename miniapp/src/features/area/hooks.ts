import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { useSeen } from '../../request/useSeen';
import { useHere } from '../../session/here.store';
import { readCommunities, readOverview, readPlace } from './api';

export const useCommunities = () => useSeen(['communities'], readCommunities);

export const usePlace = (code: string) =>
  useSeen(['place', code], () => readPlace(code), { enabled: code !== '' });

export const useOverview = (communityId: string | null) =>
  useSeen(['overview', communityId ?? ''], () => readOverview(communityId ?? ''), {
    enabled: communityId !== null,
  });

/**
 * Whoever opens the app for the first time is put in a community at once, that of who invited them if somebody did; the
 * chip lets them choose another. The same
 * when the community remembered on this phone is no more.
 */
export function useSomewhere() {
  const here = useHere((state) => state.here);
  const arrive = useHere((state) => state.arrive);
  const communities = useCommunities();
  const { community } = useRouter().params;
  const items = communities.data?.items;
  const first = items?.find(({ id }) => id === community) ?? items?.[0];
  const gone = here !== null && communities.data?.items.every(({ id }) => id !== here.communityId) === true;
  useEffect(() => {
    if ((here !== null && !gone) || first === undefined) return;
    arrive({
      communityId: first.id,
      communityName: first.name,
      gridId: null,
      gridName: null,
      placeCode: null,
      placeLabel: null,
    });
  }, [here, gone, first, arrive]);
  return { here, communities };
}
