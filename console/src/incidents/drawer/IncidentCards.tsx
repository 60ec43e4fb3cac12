import type { IncidentDetail } from '../../api/contract';
import { CheckBackShown } from './CheckBackShown';
import { DisputeShown } from './DisputeShown';
import { HoldCard } from './HoldCard';
import { MergedLinks } from './MergedLinks';
import { PlanCard } from './PlanCard';
import { RejectShown } from './RejectShown';
import { VoiceCard } from './VoiceCard';
import './cards.css';

/** What stands about this incident besides its clocks: each card only where there is something to say. */
export function IncidentCards({ incident }: { incident: IncidentDetail }) {
  return (
    <>
      <VoiceCard incident={incident} />
      <DisputeShown incident={incident} />
      <HoldCard incident={incident} />
      <RejectShown incident={incident} />
      <MergedLinks incident={incident} />
      <PlanCard incident={incident} />
      <CheckBackShown incident={incident} />
    </>
  );
}
