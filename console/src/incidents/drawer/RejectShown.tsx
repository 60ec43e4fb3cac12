import { CircleX } from 'lucide-react';
import type { IncidentDetail } from '../../api/contract';
import { FactCard } from './FactCard';

export function RejectShown({ incident: { rejectReason } }: { incident: IncidentDetail }) {
  if (!rejectReason) return null;
  return (
    <FactCard icon={<CircleX />} title="没有受理" note="大家都看得到">
      <p>{rejectReason}</p>
    </FactCard>
  );
}
