import { TASK_STATE_LABELS, type TaskState } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../components/Icon';

const LOOK: Record<TaskState, { tone: string; icon: string }> = {
  assigned: { tone: 'wait', icon: 'clock' },
  working: { tone: 'doing', icon: 'half' },
  done: { tone: 'done', icon: 'circle-check' },
  returned: { tone: 'rest', icon: 'rotate-ccw' },
  cancelled: { tone: 'rest', icon: 'x' },
};

/** How far an organisation is with its part: a word, an icon of its own shape and a colour. */
export function TaskChip({ state, overdue = false }: { state: TaskState; overdue?: boolean }) {
  const { tone, icon } = overdue ? { tone: 'over', icon: 'triangle-alert' } : LOOK[state];
  return (
    <View className={`chip chip-${tone}`}>
      <Icon name={icon} />
      <View>{overdue ? '超时了' : TASK_STATE_LABELS[state]}</View>
    </View>
  );
}
