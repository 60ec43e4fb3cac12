import { useState } from 'react';
import type { MapPlan } from '../../api/contract';
import { useDraftOf } from '../../forms/useDraft';
import { changesOf, draftOf, type PlanDraft } from './plan-draft';
import { noSteps, redone, stepped, stepsOn, undone } from './plan-steps';

interface Kept {
  version: number;
  draft: PlanDraft;
}

const isKept = (value: unknown): value is Kept | null =>
  typeof value === 'object' && value !== null && 'version' in value && 'draft' in value;

/** What is being drawn, with every step back and forth. It survives a reload, until the map below it has changed. */
export function usePlanDraft(plan: MapPlan) {
  const [stored, store] = useDraftOf<Kept | null>(`map.${plan.community.id}`, null, isKept);
  const [taken, setSteps] = useState(() => noSteps(plan.version));
  const steps = stepsOn(plan.version, taken);
  const base = draftOf(plan);
  const draft = stored !== null && stored.version === plan.version ? stored.draft : base;
  const keep = (next: PlanDraft) => store({ version: plan.version, draft: next });
  const step = (to: ReturnType<typeof undone>) => {
    if (to === null) return;
    setSteps(to.steps);
    keep(to.draft);
  };

  return {
    base,
    draft,
    changes: changesOf(base, draft),
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    change(next: PlanDraft) {
      setSteps(stepped(steps, draft));
      keep(next);
    },
    undo: () => step(undone(steps, draft)),
    redo: () => step(redone(steps, draft)),
    discard() {
      setSteps(noSteps(plan.version));
      store(null);
    },
  };
}

export type Drawing = ReturnType<typeof usePlanDraft>;
