import { momentWords } from '@linli/shared';
import { TriangleAlert } from 'lucide-react';
import type { IncidentTask } from '../../../api/contract';
import { useNow } from '../../../clock/useNow';
import { TaskStateChip } from '../../../tasks/TaskStateChip';
import { TaskUpkeep } from './TaskUpkeep';

export function IncidentTaskItem({ task, communityId }: { task: IncidentTask; communityId: string }) {
  const now = useNow();
  const over = task.state !== 'assigned' && task.state !== 'working';
  return (
    <li>
      <div className="row between wrap">
        <span className="row">
          <b>{task.organisationName}</b>
          {task.lead && <span className="tag">牵头</span>}
        </span>
        <TaskStateChip state={task.state} />
      </div>
      <p className={task.breached ? 'note-text row task-late' : 'note-text'}>
        {task.breached && <TriangleAlert />}
        {momentWords(task.dueAt, now)} 前办好
        {task.breached && '，超时了'}
      </p>
      {task.id && <TaskUpkeep id={task.id} communityId={communityId} over={over} />}
    </li>
  );
}
