import type { WaitingDelivery } from '../delivery/delivery.ledger.js';

/** WeCom takes this many messages from one robot in a minute. */
export const ROBOT_LIMIT = 20;
export const ROBOT_WINDOW_MS = 60_000;

/** One call: the deliveries it carries, and its text. */
export interface Sending {
  carries: WaitingDelivery[];
  text: string;
}

/**
 * What to post while so many calls are left in this minute. What fits is posted one by one, the oldest first; the last
 * call carries all that would have to wait, as one line saying how many they are. Without a call left all of them wait.
 */
export function foldInto(waiting: WaitingDelivery[], callsLeft: number): Sending[] {
  if (callsLeft <= 0 || waiting.length === 0) return [];
  const alone = waiting.length <= callsLeft ? waiting.length : callsLeft - 1;
  const sendings = waiting.slice(0, alone).map((delivery) => ({ carries: [delivery], text: delivery.body }));
  const rest = waiting.slice(alone);
  const [first, ...others] = rest;
  if (first === undefined) return sendings;
  return [...sendings, { carries: rest, text: `${first.body}\n另有 ${others.length} 件，请到后台看。` }];
}
