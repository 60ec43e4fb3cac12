/** One measured number beside what it is held against in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  better: 'lower' | 'higher';
  floor: number;
  /** `value / floor`. */
  ratio: number;
  /** The ratio at which it would be too slow (or, where higher is better, too little); null where nothing was promised. */
  limit: number | null;
  /** How it was measured, for people. */
  note: string;
}

export function figure(told: Omit<Figure, 'ratio'>): Figure {
  return {
    ...told,
    value: short(told.value),
    floor: short(told.floor),
    ratio: short(told.value / told.floor),
  };
}

/** Three figures say all that one run knows. */
function short(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 6 : 3));
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** From the lower to the upper quarter: how far rounds of the same thing lay apart. */
export function spread(values: readonly number[]): string {
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
  return `${Math.round(low)}–${Math.round(high)}`;
}
