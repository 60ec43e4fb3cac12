import type { PlanDraft } from './plan-draft';

/** The way back and forth while a map is drawn. It leads nowhere once the map below it has changed: that would undo what others saved. */
export interface PlanSteps {
  version: number;
  past: readonly PlanDraft[];
  future: readonly PlanDraft[];
}

export const noSteps = (version: number): PlanSteps => ({ version, past: [], future: [] });

export const stepsOn = (version: number, steps: PlanSteps): PlanSteps =>
  steps.version === version ? steps : noSteps(version);

export const stepped = (steps: PlanSteps, from: PlanDraft): PlanSteps => ({
  ...steps,
  past: [...steps.past, from],
  future: [],
});

/** Null: there is nothing to go back to. */
export function undone(steps: PlanSteps, from: PlanDraft): { steps: PlanSteps; draft: PlanDraft } | null {
  const draft = steps.past.at(-1);
  if (!draft) return null;
  return { draft, steps: { ...steps, past: steps.past.slice(0, -1), future: [from, ...steps.future] } };
}

/** Null: nothing was taken back. */
export function redone(steps: PlanSteps, from: PlanDraft): { steps: PlanSteps; draft: PlanDraft } | null {
  const [draft, ...future] = steps.future;
  return draft ? { draft, steps: { ...steps, past: [...steps.past, from], future } } : null;
}
