/** Open streams, of which a person has a few and a process a bounded number. */
export class Seats<T extends { personId: string }> {
  private readonly taken = new Set<T>();

  constructor(private readonly limits: { perPerson: number; inAll: number }) {}

  get all(): Iterable<T> {
    return this.taken;
  }

  get count(): number {
    return this.taken.size;
  }

  /** False when there is no room; whoever already has a seat can always change it for a new one. */
  hasRoomFor(personId: string): boolean {
    return this.taken.size < this.limits.inAll || this.of(personId).length >= this.limits.perPerson;
  }

  /** Gives a seat; gives back the same person's oldest, which have to leave for it. */
  take(one: T): T[] {
    this.taken.add(one);
    const theirs = this.of(one.personId);
    const leaving = theirs.slice(0, Math.max(0, theirs.length - this.limits.perPerson));
    for (const old of leaving) this.taken.delete(old);
    return leaving;
  }

  leave(one: T): void {
    this.taken.delete(one);
  }

  /** Oldest first: a set keeps the order of coming. */
  private of(personId: string): T[] {
    return [...this.taken].filter((one) => one.personId === personId);
  }
}
