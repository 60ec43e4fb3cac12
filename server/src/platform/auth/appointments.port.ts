import type { Actor } from './actor.js';

/** What the guard needs from whoever knows people: the identity module provides it. */
export abstract class ActorLoader {
  /** The person with the appointments in force now; null when the person is gone or suspended, or the session has ended. */
  abstract load(personId: string, sessionId: string): Promise<Actor | null>;
}
