import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useInFront } from '../components/useInFront';
import { keepAnswer, keptAnswer } from './kept-answers';
import { Refusal } from './refusal';
import { learnServerTime } from './server-time';

export interface Seen<T> {
  query: UseQueryResult<T>;
  /** The newest answer there is, maybe from before the network went. */
  data: T | undefined;
  /** When `data` is from the past because the network is gone: milliseconds since the epoch. */
  seenAtMs: number | undefined;
}

/**
 * A read that survives the loss of the network: each good answer is kept on the phone under its key.
 * @param pollMs asks again this often while the screen is open
 * @param staleMs for so long what is known is not asked for again
 */
export function useSeen<T extends object>(
  key: readonly (string | number)[],
  read: () => Promise<T>,
  options: { enabled?: boolean; pollMs?: number; staleMs?: number } = {},
): Seen<T> {
  const name = key.join('.');
  const inFront = useInFront();
  const query = useQuery<T>({
    queryKey: key,
    enabled: options.enabled ?? true,
    ...(options.staleMs ? { staleTime: options.staleMs } : {}),
    ...(options.pollMs && inFront ? { refetchInterval: options.pollMs } : {}),
    queryFn: async () => {
      const answer = await read();
      if ('serverNow' in answer && typeof answer.serverNow === 'string') learnServerTime(answer.serverNow);
      keepAnswer(name, answer);
      return answer;
    },
  });
  const unanswered = query.error instanceof Refusal && query.error.unanswered;
  const kept = unanswered ? keptAnswer<T>(name) : undefined;
  const data = query.data ?? kept?.answer;
  return { query, data, seenAtMs: data === undefined ? undefined : kept?.seenAtMs };
}
