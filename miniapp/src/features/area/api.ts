import { get } from '../../request/call';
import type { Communities, CommunityMap, CommunityOverview, Located, Place } from '../../request/contract';

export const readPlace = (code: string) => get<Place>(`/api/places/${encodeURIComponent(code)}`);

export const readCommunities = () => get<Communities>('/api/communities');

export const readCommunityMap = (communityId: string) =>
  get<CommunityMap>(`/api/communities/${communityId}/map`);

export const locate = (point: { lng: number; lat: number; system: 'gcj02' | 'wgs84' }) =>
  get<Located>('/api/locate', point);

export const readOverview = (communityId: string) =>
  get<CommunityOverview>(`/api/communities/${communityId}/overview`);
