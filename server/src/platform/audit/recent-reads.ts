const KEPT = 20_000;

/** Readings this process has already written down; the oldest are forgotten, and then the database says so. */
export class RecentReads {
  private readonly seen = new Set<string>();

  has(key: string): boolean {
    return this.seen.has(key);
  }

  add(key: string): void {
    this.seen.add(key);
    if (this.seen.size <= KEPT) return;
    const [oldest] = this.seen;
    if (oldest !== undefined) this.seen.delete(oldest);
  }
}
