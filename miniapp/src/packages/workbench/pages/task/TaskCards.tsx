import { clockWords, durationWords, momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { incidentPage } from '../../../../components/IncidentRow';
import { type Shot, Shots } from '../../../../features/photo/Shots';
import { TaskChip } from '../../../../features/task/TaskChip';
import type { TaskDetail } from '../../../../request/contract';

interface Props {
  task: TaskDetail;
  nowMs: number;
  /** Nobody answers just now: the time itself instead of a countdown. */
  fixed: boolean;
}

/** What was asked, of whom, and where. */
export function TaskHead({ task }: { task: TaskDetail }) {
  return (
    <View className="task-head">
      <View className="row-s wrap">
        <TaskChip state={task.state} />
        <View className="tag">{task.category.label}</View>
        {task.lead ? <View className="tag">牵头</View> : null}
      </View>
      <View className="t0">{task.note}</View>
      <View className="row-s soft">
        <Icon name="map-pin" small />
        <View className="grow">{task.placeLabel}</View>
      </View>
      <View className="t3">请{task.organisation.name}办</View>
    </View>
  );
}

/** By when, how long there is, and what was asked about the date. */
export function TaskClock({ task, nowMs, fixed }: Props) {
  const { clock, askedDueAt, state } = task;
  // What was given back or taken away was not done in any time.
  if (state === 'returned' || state === 'cancelled') return null;
  const { tone, text, usedMinutes } = clockWords(clock, nowMs);
  const over = tone === 'overdue' || tone === 'late';
  const due = momentWords(clock.dueAt, nowMs);
  const ended = clock.stoppedAt !== null;
  return (
    <View className="card col-s" id="task-clock">
      <View className="t3">{ended ? '用时' : over ? '还没办好' : '离办好的时间'}</View>
      <View className={`t0 tone-${fixed && !ended ? 'waiting' : tone}`}>
        {ended ? durationWords(usedMinutes) : fixed ? `${due} 前` : text}
      </View>
      <View className={`row-s t3 ${over ? 'tone-overdue' : ''}`}>
        <Icon name={over ? 'triangle-alert' : ended ? 'circle-check' : 'clock'} small />
        <View>{over ? `本该 ${due} 前办好` : `${due} 前办好`}</View>
      </View>
      {askedDueAt ? (
        <View className="note note-wait" id="asked-time">
          <Icon name="calendar-clock" small />
          <View>申请延到 {momentWords(askedDueAt, nowMs)}，等社区答复</View>
        </View>
      ) : null}
    </View>
  );
}

/** What was reported, in words and pictures; never by whom. */
export function TaskReport({ task, nowMs }: Omit<Props, 'fixed'>) {
  const done = [...task.timeline].reverse().find(({ action }) => action === 'finish');
  const shots = task.photos.map(({ id, url, thumbUrl, stage }, i): Shot => {
    const words = stage === 'report' ? '报上时' : '办好后';
    const at = stage === 'task' && done ? `${momentWords(done.at, nowMs)} ` : '';
    return {
      id,
      url,
      thumbUrl,
      words,
      caption: task.photos[i - 1]?.stage === stage ? null : `${at}${words}`,
    };
  });
  const { incidentId } = task;
  return (
    <>
      <Shots shots={shots} />
      <View className="card col" id="task-report">
        <View>{task.description === '' ? task.title : task.description}</View>
        <View className="row between wrap t3">
          <View className="row-s">
            <Icon name="eye-off" small />
            <View>这里不写是谁报的</View>
          </View>
          <View>{task.incidentNumber}</View>
        </View>
        {incidentId ? (
          <Button
            kind="soft"
            small
            id="go-incident"
            onTap={() => void Taro.navigateTo({ url: incidentPage(incidentId) })}
          >
            看这件事
          </Button>
        ) : null}
      </View>
    </>
  );
}

/** Who else is at the same case, and how far. */
export function TaskOthers({ task: { others } }: { task: TaskDetail }) {
  if (others.length === 0) return null;
  return (
    <View className="card" id="task-others">
      <View className="t1 task-title">一起办的</View>
      {others.map(({ organisationName, state }, i) => (
        // The order never changes, and one organisation may have been asked twice.
        <View className={`list-item row ${i === others.length - 1 ? 'last' : ''}`} key={`other-${i + 1}`}>
          <View className="grow">{organisationName}</View>
          <TaskChip state={state} />
        </View>
      ))}
    </View>
  );
}

/** What has happened with it, the newest on top. */
export function TaskTimeline({ task, nowMs }: Omit<Props, 'fixed'>) {
  const entries = [...task.timeline].reverse();
  const working = task.state === 'assigned' || task.state === 'working';
  return (
    <View className="card col" id="timeline">
      <View className="t1">办到哪了</View>
      <View className="steps">
        {entries.map((entry, i) => {
          const mark = markOf(entry.action, working && i === 0);
          const facts = [entry.byLabel, entry.dueAt ? `${momentWords(entry.dueAt, nowMs)} 前` : null].filter(
            Boolean,
          );
          const photos = entry.photoIds.length > 0 ? `有 ${entry.photoIds.length} 张照片` : null;
          const words = [entry.note, photos].filter(Boolean).join('，');
          const said = [facts.join('・'), words].filter(Boolean).join('：');
          return (
            <View className="step" key={entry.id}>
              <View className={`step-dot ${mark.look}`}>
                <Icon name={mark.icon} />
              </View>
              <View className="step-head">
                <View className="grow t2">{entry.label}</View>
                <View className="t3">{momentWords(entry.at, nowMs)}</View>
              </View>
              {said === '' ? null : <View className="soft">{said}</View>}
            </View>
          );
        })}
      </View>
    </View>
  );
}

function markOf(action: TaskDetail['timeline'][number]['action'], now: boolean) {
  if (action === 'overdue') return { look: 'step-over', icon: 'triangle-alert' };
  if (action === 'return' || action === 'transfer') return { look: 'step-wait', icon: 'rotate-ccw' };
  if (action === 'cancel') return { look: 'step-rest', icon: 'x' };
  return now ? { look: 'step-now', icon: 'half' } : { look: '', icon: 'check' };
}
