import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/ids/new-id.js';
import { AreaService } from '../../area/index.js';
import { Home } from '../home.entity.js';
import { HomeOwner } from '../home-owner.entity.js';
import { type LinkedOwner, OwnerRegister } from '../owner-register.js';
import { newEntrancesOf } from './home-import.findings.js';
import { changesAnything, type HomeChange, type OwnerChange } from './home-import.plan.js';
import { entranceName } from './place-names.js';

/** One statement stays well below what the database takes, and others get their turn between two of them. */
const AT_ONCE = 100;

/** Writes what was planned, in the caller's transaction and under its lock of the community's homes. */
@Injectable()
export class HomeImportWriting {
  constructor(
    private readonly clock: Clock,
    private readonly areas: AreaService,
    private readonly owners: OwnerRegister,
  ) {}

  async write(
    tx: EntityManager,
    { importId, communityId }: { importId: string; communityId: string },
    planned: readonly HomeChange[],
  ): Promise<void> {
    const changes = planned.filter(changesAnything);
    const now = this.clock.now();
    const entrances = await this.makeEntrances(tx, changes);
    const homes: Home[] = [];
    const lines: HomeOwner[] = [];
    for (const { home, known, facts, factsChange, newOwners } of changes) {
      const { estateId, buildingId, room } = home;
      const entranceId = home.entranceId ?? entrances.get(`${buildingId} ${home.entranceKey}`);
      if (entranceId === undefined) throw new RangeError('a home needs an entrance');
      const place = { id: known?.id ?? newId(now), communityId, estateId, buildingId };
      if (known === null || factsChange) homes.push({ ...place, entranceId, room, ...facts, createdAt: now });
      for (const [position, owner] of newOwners.entries())
        lines.push(this.owners.line(place, owner, { fromAt: now, importId, position }));
    }
    await inParts(homes, async (part) => {
      await tx
        .createQueryBuilder()
        .insert()
        .into(Home)
        .values(part)
        .orUpdate(['floor', 'usage_kind', 'floor_area', 'title_number'], ['id'])
        .updateEntity(false)
        .execute();
    });
    // Those who go come first, so that nobody is ever counted beside who follows them.
    const ended = changes.flatMap(({ endedOwners }) => endedOwners.map(({ id }) => id));
    const gone: LinkedOwner[] = [];
    await inParts(ended, async (part) => {
      gone.push(...(await this.owners.end(tx, part, now)));
    });
    for (const change of changes.flatMap(({ changedOwners }) => changedOwners))
      await this.change(tx, change, now);
    await inParts(lines, async (part) => {
      await tx.createQueryBuilder().insert().into(HomeOwner).values(part).updateEntity(false).execute();
    });
    await this.owners.sayGone(tx, gone, now);
  }

  /** By building and key. */
  private async makeEntrances(
    tx: EntityManager,
    changes: readonly HomeChange[],
  ): Promise<Map<string, string>> {
    const wanted = newEntrancesOf(changes);
    const made = await this.areas.addEntrances(
      tx,
      wanted.map(({ buildingId, key }) => ({ buildingId, ...entranceName(key) })),
    );
    return new Map(wanted.map(({ buildingId, key }, at) => [`${buildingId} ${key}`, made[at]?.id ?? '']));
  }

  private async change(tx: EntityManager, { known, phone, share }: OwnerChange, now: Date): Promise<void> {
    await tx.update(
      HomeOwner,
      { id: known.id },
      {
        ...(phone === undefined ? {} : this.owners.sealed(phone)),
        shareNumerator: share?.numerator ?? null,
        shareDenominator: share?.denominator ?? null,
      },
    );
    if (phone !== undefined) await this.owners.sayRenumbered(tx, known.id, now);
  }
}

async function inParts<One>(all: readonly One[], write: (part: One[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await write(all.slice(at, at + AT_ONCE));
}
