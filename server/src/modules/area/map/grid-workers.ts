import { Injectable } from '@nestjs/common';

/** Whose grids these are now, by name; a grid that is nobody's may be left out. */
export type GridWorkersFinder = (gridIds: readonly string[]) => Promise<ReadonlyMap<string, string[]>>;

/** Whoever knows who is appointed to a grid says so here when it begins, so that areas need not know of it. */
@Injectable()
export class GridWorkers {
  private readonly finders: GridWorkersFinder[] = [];

  join(finder: GridWorkersFinder): void {
    this.finders.push(finder);
  }

  async of(gridIds: readonly string[]): Promise<Map<string, string[]>> {
    const workers = new Map<string, string[]>();
    if (gridIds.length === 0) return workers;
    for (const finder of this.finders)
      for (const [id, names] of await finder(gridIds))
        workers.set(id, [...(workers.get(id) ?? []), ...names]);
    return workers;
  }
}
