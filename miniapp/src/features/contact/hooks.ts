import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SetWorkCard } from '../../request/contract';
import { useSeen } from '../../request/useSeen';
import type { Here } from '../../session/here.store';
import { readCommunityCard, readGridCard, readMyWorkCard, setMyWorkCard } from './api';

/** Whom to call where this phone is; of the whole community while no grid is known. */
export function useWorkerCard(here: Here | null) {
  const id = here?.gridId ?? here?.communityId ?? '';
  const read = () => (here?.gridId ? readGridCard(id) : readCommunityCard(id));
  return useSeen(['worker-card', id], read, { enabled: id !== '' });
}

const MINE = ['my-work-card'];

export function useMyWorkCard() {
  const client = useQueryClient();
  const seen = useSeen(MINE, readMyWorkCard);
  const set = useMutation({
    mutationFn: (card: SetWorkCard) => setMyWorkCard(card),
    onSuccess: (now) => client.setQueryData(MINE, now),
    onSettled: () => {
      for (const queryKey of [MINE, ['worker-card']]) void client.invalidateQueries({ queryKey });
    },
  });
  return { ...seen, set };
}
