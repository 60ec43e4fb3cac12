import { useState } from 'react';
import type { MapPlan } from '../../api/contract';
import { useDraftOf } from '../../forms/useDraft';
import { changesOf, draftOf, type PlanDraft } from './plan-draft';

interface Kept {
  version: number;
  draft: PlanDraft;
}

const isKept = (value: unknown): value is Kept | null =>
  typeof value === 'object' && value !== null && 'version' in value && 'draft' in value;

/** What is being drawn, with every step back and forth. It survives a reload, until the map below it has changed. */
export function usePlanDraft(plan: MapPlan) {
  const [stored, store] = useDraftOf<Kept | null>(`map.${plan.community.id}`, null, isKept);
  const [past, setPast] = useState<PlanDraft[]>([]);
  const [future, setFuture] = useState<PlanDraft[]>([]);
  const base = draftOf(plan);
  const draft = stored !== null && stored.version === plan.version ? stored.draft : base;
  const keep = (next: PlanDraft) => store({ version: plan.version, draft: next });

  return {
    base,
    draft,
    changes: changesOf(base, draft),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change(next: PlanDraft) {
      setPast([...past, draft]);
      setFuture([]);
      keep(next);
    },
    undo() {
      const last = past.at(-1);
      if (!last) return;
      setPast(past.slice(0, -1));
      setFuture([draft, ...future]);
      keep(last);
    },
    redo() {
      const [next, ...rest] = future;
      if (!next) return;
      setPast([...past, draft]);
      setFuture(rest);
      keep(next);
    },
    discard() {
      setPast([]);
      setFuture([]);
      store(null);
    },
  };
}

export type Drawing = ReturnType<typeof usePlanDraft>;
