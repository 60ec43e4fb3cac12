import { clockWords, momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { incidentPage } from '../../components/IncidentRow';
import { pressable } from '../../components/pressable';
import type { IncidentCard } from '../../request/contract';
import { sentence } from '../../request/refusal';
import { useAct } from './hooks';

interface ClockFace {
  icon: string;
  tone: string;
  words: string;
}

/** What runs out and when, for the column on the left. `fixed`: without a network the time itself, no countdown. */
function clockFace(card: IncidentCard, nowMs: number, fixed: boolean): ClockFace {
  const clock = card.clock;
  if (clock === null || clock.stoppedAt !== null)
    return { icon: 'half', tone: 'tone-waiting', words: '等判断' };
  if (fixed) return { icon: 'clock', tone: 'soft', words: `${momentWords(clock.dueAt, nowMs)} 前` };
  const { tone, text } = clockWords(clock, nowMs);
  return { icon: tone === 'overdue' ? 'triangle-alert' : 'clock', tone: `tone-${tone}`, words: text };
}

/** One case on the workbench: its clock, what and where, and the next thing to do. */
export function WorkRow({
  card,
  nowMs,
  fixed = false,
}: {
  card: IncidentCard;
  nowMs: number;
  fixed?: boolean;
}) {
  const act = useAct();
  const face = clockFace(card, nowMs, fixed);
  const overdue = face.tone === 'tone-overdue';
  const open = () => void Taro.navigateTo({ url: incidentPage(card.id) });
  const accept = () =>
    act.mutate(
      { id: card.id, action: 'accept' },
      { onError: (error) => void Taro.showToast({ title: sentence(error), icon: 'none', duration: 3_000 }) },
    );
  return (
    <View
      className={`work-row ${overdue ? 'work-row-over' : ''}`}
      id={`work-${card.id}`}
      aria-role="link"
      role="link"
      {...pressable(open)}
      onClick={open}
    >
      <View className={`work-clock ${face.tone}`}>
        <Icon name={face.icon} small />
        <View>{face.words}</View>
      </View>
      <View className="grow">
        <View className="t2">{card.title}</View>
        <View className="t3">{card.placeLabel}</View>
      </View>
      {card.state === 'reported' ? (
        <Button
          kind={overdue ? 'solid' : 'soft'}
          small
          busy={act.isPending}
          id={`accept-${card.id}`}
          onTap={accept}
        >
          我来处理
        </Button>
      ) : (
        <Button kind={overdue ? 'solid' : 'soft'} small id={`open-${card.id}`} onTap={open}>
          去办理
        </Button>
      )}
    </View>
  );
}
