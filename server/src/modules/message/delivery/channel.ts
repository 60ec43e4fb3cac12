import type { WaitingDelivery } from './delivery.ledger.js';

/** How one try ended. `skip`: it cannot reach them this way, and no one need look; `die`: somebody has to mend something. */
export type Outcome =
  | { result: 'sent' }
  | { result: 'retry'; why: string; afterMs?: number }
  | { result: 'skip'; why: string }
  | { result: 'die'; why: string };

/** A way to reach one person outside the app. It throws when it got no answer, which is tried again. */
export abstract class Channel {
  abstract send(delivery: WaitingDelivery): Promise<Outcome>;
}
