import { CHECK_BACK_LABELS, momentWords } from '@linli/shared';
import { PhoneCall } from 'lucide-react';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { FactCard } from './FactCard';

/** What the reporter said when asked afterwards. */
export function CheckBackShown({ incident: { checkBack } }: { incident: IncidentDetail }) {
  const now = useNow();
  if (!checkBack) return null;
  return (
    <FactCard
      icon={<PhoneCall />}
      tone={
        checkBack.outcome === 'satisfied' ? 'done' : checkBack.outcome === 'unsatisfied' ? 'wait' : 'rest'
      }
      title={`回访：${CHECK_BACK_LABELS[checkBack.outcome]}`}
      note={`${checkBack.byLabel ?? '您'} ${momentWords(checkBack.at, now)}`}
    >
      {checkBack.note && <p>{checkBack.note}</p>}
    </FactCard>
  );
}
