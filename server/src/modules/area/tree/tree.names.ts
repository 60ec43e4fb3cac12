import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Area } from '../area.entity.js';
import {
  areaCodeTaken,
  areaNameTaken,
  codeOfAnotherLevel,
  codesBelowDiffer,
  shortCodeTaken,
} from '../area.errors.js';
import type { AreaKind } from '../area.kinds.js';
import { type Reading, readingIn } from '../map/map.plans.js';
import type { ClosingArea, Tie } from './area-ties.js';

export interface Named {
  id: string;
  kind: AreaKind;
  parentId: string | null;
  name: string;
  code: string | null;
  shortCode?: string | null;
}

const CODE_DIGITS: Partial<Record<AreaKind, number>> = { subdistrict: 9, community: 12 };

/** What names and codes of the tree may be, and what they already stand for. */
@Injectable()
export class TreeNames {
  /** Codes and short codes stay given for ever: numbers on paper begin with them. */
  async assertFree(tx: EntityManager, wanted: Named, parent: Area | null = null): Promise<void> {
    const { id, kind, parentId, name, code, shortCode = null } = wanted;
    const namesake = await this.namesake(readingIn(tx), { id, kind, parentId, name });
    if (namesake !== null) throw areaNameTaken({ name });
    if (code !== null) {
      const digits = CODE_DIGITS[kind];
      const begins = parent?.code ?? null;
      if (code.length !== digits || (begins !== null && !code.startsWith(begins)))
        throw codeOfAnotherLevel({ digits: digits ?? 0, begins });
      const [holder] = await tx.query<{ name: string }[]>(
        'select name from area where code = ? and id <> ?',
        [...[code, id]],
      );
      if (holder !== undefined) throw areaCodeTaken({ code, name: holder.name });
    }
    if (shortCode === null) return;
    const [holder] = await tx.query<{ name: string }[]>(
      "select name from area where kind = 'community' and short_code = ? and id <> ? limit 1",
      [shortCode, id],
    );
    if (holder !== undefined) throw shortCodeTaken({ shortCode, name: holder.name });
  }

  /** Whoever has this name in the same place; what is closed has given its name back. */
  async namesake(
    reading: Reading,
    { id, kind, parentId, name }: Pick<Named, 'id' | 'kind' | 'parentId' | 'name'>,
  ): Promise<string | null> {
    const [namesake] = await reading<{ id: string }>(
      'select id from area where parent_id = ? and kind = ? and name = ? and id <> ? and closed_at is null limit 1',
      [parentId, kind, name, id],
    );
    return namesake?.id ?? null;
  }

  /** Those below may have had their codes first; what is closed keeps the code it had. */
  async assertBelowBegin(tx: EntityManager, { id, code }: Pick<Named, 'id' | 'code'>): Promise<void> {
    if (code === null) return;
    const [other] = await tx.query<{ name: string; code: string }[]>(
      `select name, code from area
        where parent_id = ? and code is not null and closed_at is null and left(code, ?) <> ?
        order by sort, id limit 1`,
      [id, code.length, code],
    );
    if (other !== undefined) throw codesBelowDiffer(other);
  }

  async nextSort(tx: EntityManager, parentId: string): Promise<number> {
    const [row] = await tx.query<{ last: number | null }[]>(
      'select max(sort) as last from area where parent_id = ?',
      [parentId],
    );
    return Number(row?.last ?? 0) + 1;
  }

  /** Numbers on paper begin with a short code once things can be reported there, and codes below begin with a code. */
  async areFixed(tx: EntityManager, area: Area, next: Pick<Area, 'code' | 'shortCode'>): Promise<boolean> {
    if (next.shortCode !== area.shortCode && area.polygon !== null) return true;
    if (next.code === area.code || area.code === null) return false;
    const below = await tx.query<{ id: string }[]>(
      'select id from area where parent_id = ? and code is not null limit 1',
      [area.id],
    );
    return below.length > 0;
  }

  /** What is on the map there, which has to be closed first. */
  async within(reading: Reading, id: string, kind: ClosingArea['kind']): Promise<Tie[]> {
    if (kind === 'subdistrict') {
      const [row] = await reading<{ many: string }>(
        "select count(*) as many from area where subdistrict_id = ? and kind = 'community' and closed_at is null",
        [id],
      );
      return tied([[row?.many, '个社区']]);
    }
    const [row] = await reading<{ grids: string; buildings: string; estates: string }>(
      `select (select count(*) from area where community_id = ? and kind = 'grid' and closed_at is null) as grids,
              (select count(*) from area where community_id = ? and kind = 'building' and closed_at is null) as buildings,
              (select count(*) from estate where community_id = ? and closed_at is null) as estates`,
      [id, id, id],
    );
    return tied([
      [row?.grids, '个网格'],
      [row?.estates, '个小区'],
      [row?.buildings, '栋楼'],
    ]);
  }
}

function tied(counts: readonly [many: string | undefined, words: string][]): Tie[] {
  return counts
    .map(([many, words]) => ({ count: Number(many ?? 0), words }))
    .filter(({ count }) => count > 0);
}
