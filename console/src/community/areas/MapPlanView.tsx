import { asProblem } from '../../api/problem';
import { Waiting } from '../../settings/Waiting';
import { PlanEditor } from './PlanEditor';
import { useMapPlan } from './useAreas';

interface MapPlanViewProps {
  communityId: string;
  day: string | null;
  onDay: (day: string | null) => void;
  /** Asks for another name or code; absent for who may not. */
  onDescribe?: (() => void) | undefined;
}

export function MapPlanView({ communityId, day, onDay, onDescribe }: MapPlanViewProps) {
  const plan = useMapPlan(communityId, day);
  if (!plan.data) {
    return (
      <div className="areas-waiting">
        <Waiting problem={plan.isError ? asProblem(plan.error) : null} onRetry={() => void plan.refetch()} />
      </div>
    );
  }
  return <PlanEditor plan={plan.data} day={day} onDay={onDay} onDescribe={onDescribe} />;
}
