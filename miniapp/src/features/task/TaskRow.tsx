import { clockWords, momentWords, TASK_STATE_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { goTask } from '../../components/places';
import { pressable } from '../../components/pressable';
import type { TaskCard } from '../../request/contract';
import { dueWords } from '../incident/due-words';

interface Props {
  task: TaskCard;
  nowMs: number;
  /** Nobody answers just now: the time itself instead of a countdown. */
  fixed: boolean;
  /** The one that runs out soonest has the list's one solid button. */
  first: boolean;
}

/** One thing an organisation was asked to do: by when, what and where. A tap anywhere opens it. */
export function TaskRow({ task, nowMs, fixed, first }: Props) {
  const when = whenOf(task, nowMs, fixed);
  const open = () => goTask(task.id);
  const fresh = task.state === 'assigned';
  return (
    <View
      className={`due ${when.tone === 'overdue' ? 'due-over' : ''}`}
      aria-role="link"
      role="link"
      id={`task-${task.id}`}
      {...pressable(open)}
      onClick={open}
    >
      <View className={`due-when tone-${when.tone}`}>
        <Icon name={when.icon} small />
        <View>{when.lead}</View>
        <View>{when.rest}</View>
      </View>
      <View className="due-what">
        <View className="t2">{task.note}</View>
        <View className="t3">
          {task.placeLabel}·{task.askedDueAt ? '等答复延期' : TASK_STATE_LABELS[task.state]}
        </View>
      </View>
      <Button small kind={first ? 'solid' : fresh ? 'soft' : 'outline'} id={`open-${task.id}`} onTap={open}>
        {fresh ? '去接手' : '去办理'}
      </Button>
    </View>
  );
}

function whenOf({ clock }: TaskCard, nowMs: number, fixed: boolean) {
  if (fixed) return { tone: 'waiting', icon: 'clock', lead: momentWords(clock.dueAt, nowMs), rest: '前办好' };
  const { tone, text } = clockWords(clock, nowMs);
  return { tone, icon: tone === 'overdue' ? 'triangle-alert' : 'clock', ...dueWords(text) };
}
