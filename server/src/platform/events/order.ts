/** An event that may be taken now, as far as one look at the table tells. */
export interface Waiting {
  id: string;
  subjectType: string;
  subjectId: string;
  subjectSeq: number;
  availableAt: Date;
}

export const subjectKey = (event: Pick<Waiting, 'subjectType' | 'subjectId'>): string =>
  `${event.subjectType}/${event.subjectId}`;

/** Which of the waiting to take: the oldest first, of each subject only its earliest, and none of a subject under way. */
export function chooseOldest<T extends Waiting>(
  waiting: readonly T[],
  underWay: ReadonlySet<string>,
  slots: number,
): T[] {
  const heads = new Map<string, T>();
  for (const event of waiting) {
    const key = subjectKey(event);
    const head = heads.get(key);
    if (head === undefined || event.subjectSeq < head.subjectSeq) heads.set(key, event);
  }
  return [...heads.values()]
    .filter((event) => !underWay.has(subjectKey(event)))
    .sort((one, other) => one.availableAt.getTime() - other.availableAt.getTime())
    .slice(0, Math.max(0, slots));
}
