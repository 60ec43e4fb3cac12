import { momentWords } from '@linli/shared';
import { RotateCcw } from 'lucide-react';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { FactCard } from './FactCard';
import { reopenedBy } from './reopened';

/** Why it is being done again, for as long as it is. */
export function DisputeShown({ incident }: { incident: IncidentDetail }) {
  const now = useNow();
  const entry = reopenedBy(incident);
  if (!entry) return null;
  const title = entry.action === 'dispute' ? '居民说还没好' : '回访时居民说还没好';
  return (
    <FactCard
      icon={<RotateCcw />}
      tone="wait"
      title={`${title}，第 ${incident.round} 次办`}
      note={momentWords(entry.at, now)}
    >
      {entry.note && <p>{entry.note}</p>}
    </FactCard>
  );
}
