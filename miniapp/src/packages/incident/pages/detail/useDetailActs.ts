import type { IncidentAction } from '@linli/shared';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useAct } from '../../../../features/incident/hooks';
import { sentence } from '../../../../request/refusal';
import { dropResolveDraft } from './resolve-draft';

/** What can be done on this screen, and what came of the last try. */
export function useDetailActs(id: string) {
  const { mutate, isPending, variables, error } = useAct();
  const [resolving, setResolving] = useState(false);
  const [rating, setRating] = useState<number | null>(null);
  const [ratingWrong, setRatingWrong] = useState<string>();

  const act = (action: IncidentAction, body?: Record<string, unknown>) => {
    if (!isPending) mutate({ id, action, ...(body ? { body } : {}) });
  };

  return {
    act,
    busy: isPending ? (variables?.action ?? null) : null,
    failure: error === null ? undefined : sentence(error),
    resolving,
    openResolve: () => setResolving(true),
    closeResolve: () => setResolving(false),
    resolve: (body: { note: string; photoIds: string[] }) => {
      if (isPending) return;
      mutate(
        { id, action: 'resolve', body },
        {
          onSuccess: () => {
            dropResolveDraft(id);
            setResolving(false);
          },
        },
      );
    },
    rating,
    ratingWrong,
    rate: (next: number) => {
      setRating(next);
      setRatingWrong(undefined);
    },
    confirm: () => {
      if (rating !== null) return act('confirm', { rating });
      setRatingWrong('点一颗星，说说办得怎么样');
      // The stars may be out of sight; the button at the thumb never is.
      void Taro.pageScrollTo({ selector: '#rating' });
    },
  };
}
