import { INCIDENT_ROUTE_LABELS, momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import { goTask } from '../../../../components/places';
import { pressable } from '../../../../components/pressable';
import { TaskChip } from '../../../../features/task/TaskChip';
import type { IncidentDetail } from '../../../../request/contract';

type Task = IncidentDetail['tasks'][number];

/** Who is on it: each organisation, how far it is and by when. Staff open its task with a tap. */
export function WhoCard({ incident, nowMs }: { incident: IncidentDetail; nowMs: number }) {
  const { tasks, route, round } = incident;
  if (tasks.length === 0) return null;
  const present = tasks.filter((task) => task.round === round);
  const earlier = tasks.filter((task) => task.round !== round);
  return (
    <View className="card" id="who">
      <View className="row between wrap who-head">
        <View className="t1">{titleOf(present)}</View>
        {route && present.length > 0 ? <View className="tag">{INCIDENT_ROUTE_LABELS[route]}</View> : null}
      </View>
      {present.map((task, i) => (
        // One organisation may have been asked twice, and outsiders get no ids; the order never changes.
        <Who key={task.id ?? `task-${i + 1}`} task={task} nowMs={nowMs} last={i === present.length - 1} />
      ))}
      {earlier.length > 0 ? (
        <View className="t3 who-earlier">
          {present.length > 0 ? '前面办过的：' : ''}
          {[...new Set(earlier.map((task) => task.organisationName))].join('、')}
        </View>
      ) : null}
    </View>
  );
}

const working = ({ state }: Task) => state === 'assigned' || state === 'working';

function titleOf(present: Task[]): string {
  if (present.length === 0) return '前面谁办过';
  return present.some(working) ? '谁在办' : '谁办的';
}

function Who({ task, nowMs, last }: { task: Task; nowMs: number; last: boolean }) {
  const { id, organisationName, lead, state, dueAt, breached } = task;
  const open = id === null ? undefined : () => goTask(id);
  return (
    <View
      className={`list-item row ${last ? 'last' : ''}`}
      {...(id && open
        ? { id: `task-${id}`, 'aria-role': 'link', role: 'link', ...pressable(open), onClick: open }
        : {})}
    >
      <View className="grow col-s">
        <View className="t2">
          {organisationName}
          {lead ? '・牵头' : ''}
        </View>
        {working(task) ? <View className="t3">{momentWords(dueAt, nowMs)} 前办好</View> : null}
      </View>
      <TaskChip state={state} overdue={breached && working(task)} />
      {id === null ? null : <Icon name="chevron-right" small />}
    </View>
  );
}
