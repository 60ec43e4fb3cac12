import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WechatSubscription, WechatSubscriptions } from '../../request/contract';
import { newId } from '../../request/new-id';
import { useSignedIn } from '../../session/session.store';
import { answerSubscriptions, readSubscriptions } from './api';
import { type Asked, askWechat, MOST_AT_ONCE } from './ask-wechat';

const KEY = ['wechat-subscriptions'];
const FRESH_MS = 60_000;

/**
 * `about-my-case`: what has to do with what was just reported; `when-due`: whatever the server thinks is worth asking now;
 * `always`: the person came to change it.
 */
export type WhenToAsk = 'about-my-case' | 'when-due' | 'always';

/** What came of asking, for the person to read. */
export type Consent = 'accepted' | 'refused' | 'banned' | 'switched-off' | 'failed' | 'not-kept';

function consentOf(asked: Asked): Consent {
  if (asked.how !== 'answered') return asked.how;
  const said = asked.answers.map(({ answer }) => answer);
  if (said.includes('accept')) return 'accepted';
  return said.includes('ban') ? 'banned' : 'refused';
}

function isAsked({ key, mayAsk }: WechatSubscription, ask: WhenToAsk): boolean {
  if (ask === 'always') return true;
  return mayAsk && (ask === 'when-due' || key !== 'notice');
}

/** As many as WeChat asks about at a time; who comes to change it is asked first for what least is left of. */
function chooseToAsk(items: readonly WechatSubscription[], ask: WhenToAsk): WechatSubscription[] {
  const worth = items.filter((item) => isAsked(item, ask));
  if (ask === 'always') worth.sort((one, other) => one.granted - other.granted);
  return worth.slice(0, MOST_AT_ONCE);
}

/** Asking whether WeChat may tell somebody something. A browser has no such thing. */
export function useWechatConsent(ask: WhenToAsk) {
  const client = useQueryClient();
  const signedIn = useSignedIn();
  const [consent, setConsent] = useState<Consent | null>(null);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: readSubscriptions,
    enabled: signedIn && process.env.TARO_ENV === 'weapp',
    staleTime: FRESH_MS,
  });
  const items: WechatSubscription[] = data?.items ?? [];
  const toAsk = chooseToAsk(items, ask);

  const keep = useMutation({
    mutationFn: (asked: Extract<Asked, { how: 'answered' }>) =>
      answerSubscriptions({ id: newId(), answers: asked.answers }),
    onSuccess: (now: WechatSubscriptions) => client.setQueryData(KEY, now),
    // WeChat knows of the yes and we do not: harmless, and asked again by the next tap.
    onError: () => setConsent('not-kept'),
  });

  const press = () => {
    void askWechat(toAsk.map(({ templateId }) => templateId)).then((asked) => {
      setConsent(consentOf(asked));
      if (asked.how === 'answered') keep.mutate(asked);
    });
  };
  return { items, toAsk, consent, press, busy: keep.isPending };
}
