import {
  CLOCK_KIND_LABELS,
  type ClockTone,
  clockWords,
  INCIDENT_STATE_LABELS,
  momentWords,
} from '@linli/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { incidentPage } from '../../components/IncidentRow';
import { pressable } from '../../components/pressable';
import type { IncidentCard } from '../../request/contract';
import { dueWords } from './due-words';

interface Props {
  card: IncidentCard;
  nowMs: number;
  /** Nobody answers just now: the time itself instead of a countdown. */
  fixed: boolean;
  /** The one that runs out soonest has the list's one solid button. */
  first: boolean;
  busy: boolean;
  onAccept: () => void;
}

/** One thing to do: by when, what and where, and the next move. A tap beside the button opens it. */
export function WorkRow({ card, nowMs, fixed, first, busy, onAccept }: Props) {
  const when = whenOf(card, nowMs, fixed);
  const open = () => void Taro.navigateTo({ url: incidentPage(card.id) });
  const fresh = card.state === 'reported';
  const state =
    card.handlerName && !card.awaitingMe ? `${card.handlerName}在办` : INCIDENT_STATE_LABELS[card.state];
  return (
    <View
      className={`due ${when.tone === 'overdue' ? 'due-over' : ''}`}
      aria-role="link"
      role="link"
      id={`work-${card.id}`}
      {...pressable(open)}
      onClick={open}
    >
      <View className={`due-when tone-${when.tone}`}>
        <Icon name={when.icon} small />
        <View>{when.lead}</View>
        <View>{when.rest}</View>
      </View>
      <View className="due-what">
        <View className="t2">{card.title}</View>
        <View className="t3">
          {card.placeLabel}·{state}
        </View>
      </View>
      <Button
        small
        kind={first ? 'solid' : fresh || card.awaitingMe ? 'soft' : 'outline'}
        id={`${fresh ? 'accept' : 'open'}-${card.id}`}
        busy={busy}
        onTap={fresh ? onAccept : open}
      >
        {fresh ? '我来处理' : card.awaitingMe ? '去办理' : '去看看'}
      </Button>
    </View>
  );
}

/** The clock in two short lines: 「还剩」「9 分钟」, or 「19:43」「前回应」 when nobody answers. */
function whenOf({ clock, state, difficulty }: IncidentCard, nowMs: number, fixed: boolean) {
  if (state === 'accepted' && difficulty === null) {
    return { tone: 'waiting', icon: 'half', lead: '先定', rest: '时限' };
  }
  if (!clock || clock.stoppedAt !== null) {
    return { tone: 'met', icon: 'circle-check', lead: INCIDENT_STATE_LABELS[state], rest: '' };
  }
  const verb = CLOCK_KIND_LABELS[clock.kind];
  if (fixed) {
    return { tone: 'waiting', icon: 'clock', lead: momentWords(clock.dueAt, nowMs), rest: `前${verb}` };
  }
  const { tone, text } = clockWords(clock, nowMs);
  const icon = ICONS[tone] ?? (clock.kind === 'response' ? 'clock' : 'half');
  return { tone, icon, ...dueWords(text) };
}

const ICONS: Partial<Record<ClockTone, string>> = { overdue: 'triangle-alert', paused: 'pause' };
