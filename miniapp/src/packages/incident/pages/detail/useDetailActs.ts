import type { IncidentAction, IncidentDifficulty } from '@linli/shared';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dropDraft } from '../../../../features/draft/kept-draft';
import { useAct } from '../../../../features/incident/hooks';
import { sentence } from '../../../../request/refusal';

/** What asks for more than a tap; `more` lists the other things that may be done. */
const ASKING = [
  'plan',
  'dispatch',
  'request_hold',
  'refuse_hold',
  'reject',
  'resolve',
  'dispute',
  'check_back',
  'locate',
  'transcribe',
] as const;
export type Asking = (typeof ASKING)[number];
export type OpenSheet = Asking | 'more';

const asks = (action: IncidentAction): action is Asking => (ASKING as readonly string[]).includes(action);

/** Where a sheet keeps what was begun in it. */
export const draftKeyOf = (action: IncidentAction, id: string) => `${action}.${id}`;

/** What can be done on this screen, what is open, and what came of the last try. */
export function useDetailActs(id: string) {
  const { mutate, isPending, variables, error, reset } = useAct();
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const [rating, setRating] = useState<number | null>(null);
  const [ratingWrong, setRatingWrong] = useState<string>();

  const act = (action: IncidentAction, body?: Record<string, unknown>) => {
    const onSuccess = () => {
      setSheet(null);
      dropDraft(draftKeyOf(action, id));
    };
    mutate({ id, action, ...(body ? { body } : {}) }, { onSuccess });
  };
  const open = (next: OpenSheet) => {
    // What was refused before has nothing to do with what is begun now.
    reset();
    setSheet(next);
  };
  const confirm = () => {
    if (rating !== null) return act('confirm', { rating });
    setRatingWrong('点一颗星，说说办得怎么样');
    // The stars may be out of sight; the button at the thumb never is.
    void Taro.pageScrollTo({ selector: '#rating' });
  };

  return {
    act,
    /** A tap on an action's button: does it, or asks for what it needs. */
    press: (action: IncidentAction) => {
      if (action === 'confirm') confirm();
      else if (action === 'dispatch') act(action, { route: 'self' });
      else if (asks(action)) open(action);
      else act(action);
    },
    judge: (difficulty: IncidentDifficulty) => act('judge', { difficulty }),
    busy: isPending ? (variables?.action ?? null) : null,
    failure: error === null ? undefined : sentence(error),
    sheet,
    open,
    close: () => setSheet(null),
    rating,
    ratingWrong,
    rate: (next: number) => {
      setRating(next);
      setRatingWrong(undefined);
    },
  };
}

export type DetailActs = ReturnType<typeof useDetailActs>;
