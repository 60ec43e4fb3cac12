import { INCIDENT_STATE_LABELS, type IncidentState } from '@linli/shared';
import { CircleCheck, Clock } from 'lucide-react';
import { HalfRing } from './HalfRing';

const TONES: Record<IncidentState, 'wait' | 'doing' | 'done'> = {
  reported: 'wait',
  accepted: 'doing',
  handling: 'doing',
  resolved: 'wait',
  closed: 'done',
};
const SHAPES = { wait: Clock, doing: HalfRing, done: CircleCheck };

/** A state by word, colour and shape, so that none of the three is needed alone. */
export function StateChip({ state }: { state: IncidentState }) {
  const tone = TONES[state];
  const Shape = SHAPES[tone];
  return (
    <span className={`chip ${tone}`}>
      <Shape />
      {INCIDENT_STATE_LABELS[state]}
    </span>
  );
}
