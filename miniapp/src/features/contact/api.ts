import { get, put } from '../../request/call';
import type { MyWorkCard, SetWorkCard, WorkerCard } from '../../request/contract';

export const readGridCard = (gridId: string) => get<WorkerCard>(`/api/grids/${gridId}/worker-card`);

export const readCommunityCard = (communityId: string) =>
  get<WorkerCard>(`/api/communities/${communityId}/worker-card`);

export const readMyWorkCard = () => get<MyWorkCard>('/api/me/work-card');

export const setMyWorkCard = (card: SetWorkCard) => put<MyWorkCard>('/api/me/work-card', card);
