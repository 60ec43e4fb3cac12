import { momentWords } from '@linli/shared';
import { CalendarCheck } from 'lucide-react';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { FactCard } from './FactCard';

export function PlanCard({ incident: { plan } }: { incident: IncidentDetail }) {
  const now = useNow();
  if (!plan) return null;
  return (
    <FactCard icon={<CalendarCheck />} title="方案" note={`${momentWords(plan.dueAt, now)} 前办好`}>
      {plan.note && <p>{plan.note}</p>}
    </FactCard>
  );
}
