import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ClaimantPhone, MemberStateNow, MyHome, WaitingClaims } from '../../request/contract';
import { useFeed } from '../../request/useFeed';
import { useSeen } from '../../request/useSeen';
import { useTap } from '../../request/useTap';
import { useHere } from '../../session/here.store';
import { useSignedIn } from '../../session/session.store';
import {
  actOnMember,
  type MemberAct,
  readClaimantPhone,
  readDoors,
  readMyHomes,
  readWaitingClaims,
} from './api';

const HOMES = ['my-homes'];
const CLAIMS = ['home-claims'];
const POLL_MS = 15_000;
/** Who has more homes than this finds the others by their building. */
const MOST_OFFERED = 3;

function useMyHomes(pollMs?: number) {
  return useSeen(HOMES, readMyHomes, { enabled: useSignedIn(), ...(pollMs ? { pollMs } : {}) });
}

/** While one waits for an answer the screen asks for it. */
export const useMyHomesWaiting = () => useMyHomes(POLL_MS);

/** A building each, those they live in first. What is known already is not asked for again: homes change rarely. */
export function useConfirmedHomes(): MyHome[] {
  const signedIn = useSignedIn();
  const { data } = useSeen(HOMES, readMyHomes, { enabled: signedIn, staleMs: Number.POSITIVE_INFINITY });
  const confirmed = (signedIn && data ? data.items : []).filter(({ state }) => state === 'confirmed');
  const lived = confirmed.filter(({ livesHere }) => livesHere);
  const all = [...lived, ...confirmed.filter(({ livesHere }) => !livesHere)];
  const first = all.filter(
    ({ buildingId }, at) => all.findIndex((one) => one.buildingId === buildingId) === at,
  );
  return first.slice(0, MOST_OFFERED);
}

export const useDoors = (buildingId: string | null) =>
  useSeen(['doors', buildingId ?? ''], () => readDoors(buildingId ?? ''), { enabled: buildingId !== null });

export const useWaitingClaims = (enabled = true) =>
  useFeed<WaitingClaims>(CLAIMS, (cursor) => readWaitingClaims(cursor), enabled);

/** What shows who lives where is asked for again. */
export function useAskHomesAgain() {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [HOMES, CLAIMS]) void client.invalidateQueries({ queryKey });
  };
}

/** A claimant's whole number, once it is asked for; it is kept nowhere. */
export const useClaimantPhone = (id: string) =>
  useMutation<ClaimantPhone, unknown, void>({ mutationFn: () => readClaimantPhone(id), gcTime: 0 });

/** Does one thing to a membership; a tap that got no answer is the same tap when it is tapped again. */
export function useMemberAct() {
  const tap = useTap();
  const askAgain = useAskHomesAgain();
  return useMutation<MemberStateNow, unknown, { id: string; act: MemberAct; body?: Record<string, unknown> }>(
    {
      mutationFn: ({ id, act, body = {} }) =>
        actOnMember(id, act, { actionId: tap.idOf([id, act, body]), ...body }),
      onSuccess: tap.end,
      onError: tap.endIfAnswered,
      onSettled: askAgain,
    },
  );
}

/**
 * Whoever has a confirmed home is there until they say or scan something else: the grid of the home they live in, in the
 * community that is shown, so that notices and the grid worker are theirs without asking.
 */
export function useMyHomeIsHere(): void {
  const { data } = useMyHomes();
  const here = useHere((state) => state.here);
  const settle = useHere((state) => state.settle);
  useEffect(() => {
    if (here === null || here.gridId !== null || here.placeCode !== null) return;
    const home = data?.items.find(
      ({ state, livesHere, communityId }) =>
        state === 'confirmed' && livesHere && communityId === here.communityId,
    );
    if (home?.gridId && home.gridName) settle({ id: home.gridId, name: home.gridName });
  }, [data, here, settle]);
}
