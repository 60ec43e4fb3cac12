import type { INestApplicationContext } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { EffectRunner } from '../platform/events/effect-runner.js';
import { EffectsRegistry } from '../platform/events/effects.registry.js';
import { EventQueue } from '../platform/events/event-queue.js';
import type { DemoClock } from './demo-clock.js';

/** What is seen long afterwards: how many were told of a notice, and what a claim that still waits said to the captain. */
const SEEN_AFTERWARDS = ['notice.published', 'notice.telling', 'household.claimed'];
const AT_ONCE = 100;

interface Owed {
  id: string;
  subjectType: string;
  subjectId: string;
  subjectSeq: number;
  availableAt: Date;
  at: Date;
}

/**
 * What was owed before then has followed, by the effects themselves and at its own moment. What followed is owed in its
 * turn, until nothing is left.
 */
export async function tellThePast(
  app: INestApplicationContext,
  clock: DemoClock,
  before: Date,
): Promise<void> {
  for (;;) {
    const owed = await app.get(Database).query<Owed>(
      `select id, subject_type as subjectType, subject_id as subjectId, subject_seq as subjectSeq,
              available_at as availableAt, at
         from outbox_event where state = 'pending' and type in (?) and at < ? order by at, subject_seq limit ?`,
      [SEEN_AFTERWARDS, before, AT_ONCE],
    );
    if (owed.length === 0) return;
    for (const one of owed) {
      clock.set(one.at);
      await follow(app, one);
    }
  }
}

async function follow(app: INestApplicationContext, owed: Owed): Promise<void> {
  const queue = app.get(EventQueue);
  const claim = await queue.claim(owed, 'demo', app.get(Settings).leaseMs);
  if (claim === null) throw new Error(`somebody else has event ${owed.id}`);
  for (const effect of app.get(EffectsRegistry).answering(claim.event.type))
    await app.get(EffectRunner).run(effect, claim);
  await queue.finish(claim);
}
