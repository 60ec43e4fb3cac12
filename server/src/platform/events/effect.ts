import type { EntityManager } from 'typeorm';
import type { OwedEvent } from './outbox.js';

/** An event as it stands in the outbox; `subjectSeq` is 1, 2, 3… for each subject. */
export interface RecordedEvent extends OwedEvent {
  id: string;
  subjectSeq: number;
}

/**
 * What happens because something happened. An event is a wake-up: the effect reads what is true now and writes within
 * `tx`, which also records that this effect of this event is done, so that it takes place once. Whatever leaves our
 * database (a text message, a call) may only be written down here and sent by somebody else.
 */
export abstract class Effect {
  /** Stays the same for ever: what has been done is remembered by it. */
  abstract readonly name: string;
  /** The types of events it answers. */
  abstract readonly on: readonly string[];
  abstract run(tx: EntityManager, event: RecordedEvent): Promise<void>;
}
