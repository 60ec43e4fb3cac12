import { Injectable } from '@nestjs/common';
import type { Reading } from '../area/index.js';

/** Of these organisations, those in which somebody is now: appointed, not on leave, not suspended. */
export type OrganisationPeopleFinder = (
  reading: Reading,
  organisationIds: readonly string[],
  now: Date,
) => Promise<Iterable<string>>;

/** Whoever knows who is appointed to an organisation says so here when it begins, so that organisations need not know of it. */
@Injectable()
export class OrganisationPeople {
  private readonly finders: OrganisationPeopleFinder[] = [];

  join(finder: OrganisationPeopleFinder): void {
    this.finders.push(finder);
  }

  /** Nobody works in the others; what is given to them would wait for nobody. */
  async inhabited(reading: Reading, organisationIds: readonly string[], now: Date): Promise<Set<string>> {
    const inhabited = new Set<string>();
    if (organisationIds.length === 0) return inhabited;
    for (const finder of this.finders)
      for (const id of await finder(reading, organisationIds, now)) inhabited.add(id);
    return inhabited;
  }
}
