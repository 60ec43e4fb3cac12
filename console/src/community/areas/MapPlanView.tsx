import { Button } from 'antd';
import { CalendarOff } from 'lucide-react';
import { asProblem } from '../../api/problem';
import { Waiting } from '../../settings/Waiting';
import { StatePanel } from '../../shell/StatePanel';
import { PlanEditor } from './PlanEditor';
import { useMapPlan } from './useAreas';

interface MapPlanViewProps {
  communityId: string;
  day: string | null;
  onDay: (day: string | null) => void;
  /** Asks for another name or code; absent for who may not. */
  onDescribe?: (() => void) | undefined;
}

/** Of an earlier day: it was there later. */
const NOT_YET = 'area/community-not-found';

export function MapPlanView({ communityId, day, onDay, onDescribe }: MapPlanViewProps) {
  const plan = useMapPlan(communityId, day);
  if (!plan.data) {
    const problem = plan.isError ? asProblem(plan.error) : null;
    return (
      <div className="areas-waiting">
        {day !== null && problem?.code === NOT_YET ? (
          <StatePanel icon={<CalendarOff />} title={`${day} 还没有这张地图`} note="地图是后来才画的。">
            <Button onClick={() => onDay(null)}>回到现在</Button>
          </StatePanel>
        ) : (
          <Waiting problem={problem} onRetry={() => void plan.refetch()} />
        )}
      </div>
    );
  }
  // What is called something else now was not called so then.
  const describe = day === null ? onDescribe : undefined;
  return <PlanEditor plan={plan.data} day={day} onDay={onDay} onDescribe={describe} />;
}
