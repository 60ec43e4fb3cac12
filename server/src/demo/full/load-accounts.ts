import type { Role } from '@linli/shared';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountsHistory, AccountsService, type LivedAccount } from '../../modules/identity/index.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { DemoClock } from '../demo-clock.js';
import { DEMO_PASSWORD } from '../demo-people.js';
import { DAY_MS } from '../demo-plan.js';
import type { Hired, Hiring } from '../hiring.js';
import type { Random } from '../random.js';

/** Who works at the console, and what their accounts begin with; all others have their telephones. */
const AT_THE_CONSOLE: Partial<Record<Role, string>> = {
  grid_worker: 'wangge',
  community_worker: 'shegong',
  community_secretary: 'shuji',
  department_officer: 'bumen',
};
/** Behind those whom the demo knows by name. */
const FIRST_NUMBER = 101;
/** One in so many has not come yet with the password they were given, so many days ago. */
const WAITING = { oneIn: 9, daysAgo: [3, 1, 5, 20] };

/**
 * Opens the accounts of those who were hired for a desk. Most came with what they were given within a week and chose the
 * demo's password; a few were given theirs only now, or let it run out.
 */
export async function loadAccounts(
  app: INestApplicationContext,
  clock: DemoClock,
  random: Random,
  hiring: Hiring,
  now: Date,
): Promise<void> {
  const then = clock.now();
  const numbers = new Map<string, number>();
  const named = hiring.hired.flatMap((hired) => {
    const begins = AT_THE_CONSOLE[hired.role];
    if (begins === undefined) return [];
    const number = numbers.get(begins) ?? FIRST_NUMBER;
    numbers.set(begins, number + 1);
    return { ...hired, account: `${begins}${number}` };
  });
  const waits = (_: unknown, at: number) => at % WAITING.oneIn === WAITING.oneIn - 1;
  const lives = named
    .filter((hired, at) => !waits(hired, at))
    .map((hired) => ({ ...livedOf(hired, hiring, random), account: hired.account }));
  await app.get(Database).transaction((tx) => app.get(AccountsHistory).write(tx, lives, DEMO_PASSWORD));
  for (const [at, { actor, account }] of named.filter(waits).entries()) {
    const daysAgo = WAITING.daysAgo[at % WAITING.daysAgo.length] ?? 1;
    clock.set(new Date(now.getTime() - daysAgo * DAY_MS));
    const id = newId(clock.now());
    await app.get(AccountsService).create(hiring.appointer, { id, personId: actor.personId, account });
  }
  clock.set(then);
}

function livedOf({ actor, at }: Hired, { appointer }: Hiring, random: Random): Omit<LivedAccount, 'account'> {
  const openedAt = new Date(at.getTime() + Math.round(random.between(0.01, 0.2) * DAY_MS));
  const chosenAt = new Date(openedAt.getTime() + Math.round(random.between(0.02, 6) * DAY_MS));
  return { personId: actor.personId, name: actor.name, openedBy: appointer, openedAt, chosenAt };
}
