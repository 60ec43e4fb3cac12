import { INCIDENT_STATE_LABELS, type IncidentState } from '@linli/shared';
import { CircleCheck, CircleX, Clock, GitMerge, PauseCircle } from 'lucide-react';
import type { ComponentType } from 'react';
import { HalfRing } from './HalfRing';

const TONES: Record<IncidentState, 'wait' | 'doing' | 'done' | 'rest'> = {
  reported: 'wait',
  accepted: 'doing',
  handling: 'doing',
  held: 'rest',
  resolved: 'wait',
  closed: 'done',
  rejected: 'rest',
  merged: 'rest',
};
const SHAPES: Record<IncidentState, ComponentType> = {
  reported: Clock,
  accepted: HalfRing,
  handling: HalfRing,
  held: PauseCircle,
  resolved: Clock,
  closed: CircleCheck,
  rejected: CircleX,
  merged: GitMerge,
};

/** A state by word, colour and shape, so that none of the three is needed alone. */
export function StateChip({ state }: { state: IncidentState }) {
  const tone = TONES[state];
  const Shape = SHAPES[state];
  return (
    <span className={`chip ${tone}`}>
      <Shape />
      {INCIDENT_STATE_LABELS[state]}
    </span>
  );
}
