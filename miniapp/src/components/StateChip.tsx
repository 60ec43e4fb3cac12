import { INCIDENT_STATE_LABELS, type IncidentState } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from './Icon';

const LOOK: Record<IncidentState, { tone: string; icon: string }> = {
  reported: { tone: 'wait', icon: 'clock' },
  accepted: { tone: 'doing', icon: 'half' },
  handling: { tone: 'doing', icon: 'half' },
  held: { tone: 'rest', icon: 'pause' },
  resolved: { tone: 'done', icon: 'circle-check' },
  closed: { tone: 'done', icon: 'circle-check' },
  rejected: { tone: 'rest', icon: 'x' },
  merged: { tone: 'rest', icon: 'circle-check' },
};

/** Where an incident stands: a word, an icon of its own shape and a colour, never the colour alone. */
export function StateChip({
  state,
  overdueWords,
  awaitingMe = false,
}: {
  state: IncidentState;
  overdueWords?: string;
  awaitingMe?: boolean;
}) {
  if (overdueWords) return chip('over', 'triangle-alert', overdueWords);
  if (awaitingMe && state === 'resolved') return chip('wait', 'user-round', '等您确认');
  return chip(LOOK[state].tone, LOOK[state].icon, INCIDENT_STATE_LABELS[state]);
}

function chip(tone: string, icon: string, words: string) {
  return (
    <View className={`chip chip-${tone}`}>
      <Icon name={icon} />
      <View>{words}</View>
    </View>
  );
}
