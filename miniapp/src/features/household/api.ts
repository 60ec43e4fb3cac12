import { get, post } from '../../request/call';
import type {
  ClaimantPhone,
  ClaimHome,
  Doors,
  MemberStateNow,
  MyHomes,
  WaitingClaims,
} from '../../request/contract';

export const readMyHomes = () => get<MyHomes>('/api/me/homes');

export const readDoors = (buildingId: string) => get<Doors>(`/api/buildings/${buildingId}/doors`);

export const claimHome = (claim: ClaimHome) => post<MemberStateNow>('/api/households/claims', claim);

export const readWaitingClaims = (cursor?: string) =>
  get<WaitingClaims>('/api/households/waiting', { cursor });

/** Whole, for whoever may confirm the claim; that it was read is kept. */
export const readClaimantPhone = (id: string) => get<ClaimantPhone>(`/api/households/${id}/phone`);

/** What a person does to a membership, as its route is called. */
export type MemberAct = 'confirm' | 'refuse' | 'withdraw' | 'change-living' | 'move-out' | 'end';

export const actOnMember = (id: string, act: MemberAct, body: { actionId: string }) =>
  post<MemberStateNow>(`/api/households/${id}/${act}`, body);
