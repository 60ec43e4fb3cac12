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
        <View className="t1">谁在办</View>
        {route && present.length > 0 ? <View className="tag">{INCIDENT_ROUTE_LABELS[route]}</View> : null}
      </View>
      {present.map((task, i) => (
        // One organisation may have been asked twice, and outsiders get no ids; the order never changes.
        <Who key={task.id ?? `task-${i + 1}`} task={task} nowMs={nowMs} />
      ))}
      {earlier.length > 0 ? (
        <View className="t3 who-earlier">
          前面办过的：{[...new Set(earlier.map((task) => task.organisationName))].join('、')}
        </View>
      ) : null}
    </View>
  );
}

function Who({ task, nowMs }: { task: Task; nowMs: number }) {
  const { id, organisationName, lead, state, dueAt, breached } = task;
  const open = id === null ? undefined : () => goTask(id);
  const working = state === 'assigned' || state === 'working';
  return (
    <View
      className="list-item row"
      {...(id && open
        ? { id: `task-${id}`, 'aria-role': 'link', role: 'link', ...pressable(open), onClick: open }
        : {})}
    >
      <View className="grow col-s">
        <View className="t2">
          {organisationName}
          {lead ? '・牵头' : ''}
        </View>
        {working ? <View className="t3">{momentWords(dueAt, nowMs)} 前办好</View> : null}
      </View>
      <TaskChip state={state} overdue={breached && working} />
      {id === null ? null : <Icon name="chevron-right" small />}
    </View>
  );
}
