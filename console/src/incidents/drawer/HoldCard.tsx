import { momentWords } from '@linli/shared';
import { PauseCircle } from 'lucide-react';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { FactCard } from './FactCard';

/** A hold that waits to be decided, or one that stands. */
export function HoldCard({ incident: { hold } }: { incident: IncidentDetail }) {
  const now = useNow();
  if (!hold) return null;
  const asked = hold.state === 'requested';
  return (
    <FactCard
      icon={<PauseCircle />}
      tone={asked ? 'wait' : 'rest'}
      title={asked ? '申请挂起，等着批' : '挂起中，已停表'}
      note={`${hold.mine ? '您' : (hold.byLabel ?? '办的人')} ${momentWords(hold.requestedAt, now)} 申请`}
    >
      {hold.reason && <p>{hold.reason}</p>}
    </FactCard>
  );
}
