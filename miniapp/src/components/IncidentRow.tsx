import { CLOCK_KIND_LABELS, clockWords, durationWords, momentWords } from '@linli/shared';
import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { absolute } from '../request/api-base';
import type { IncidentCard } from '../request/contract';
import { Icon } from './Icon';
import { pressable } from './pressable';
import { StateChip } from './StateChip';

export const incidentPage = (id: string) => `/packages/incident/pages/detail/index?id=${id}`;

/** The words beside the chip: what the clock says, or how long it took. `fixed`: no countdown, the time itself. */
function clockLine(card: IncidentCard, nowMs: number, fixed = false): string {
  if (card.clock === null || card.clock === undefined) return '';
  const words = clockWords(card.clock, nowMs);
  if (card.clock.stoppedAt === null) {
    if (fixed) return `${momentWords(card.clock.dueAt, nowMs)} 前${CLOCK_KIND_LABELS[card.clock.kind]}`;
    return words.tone === 'overdue' ? '' : `${words.text}${card.clock.kind === 'response' ? '回应' : ''}`;
  }
  return card.solvedInMinutes === null ? '' : `用时 ${durationWords(card.solvedInMinutes)}`;
}

/** One incident in a list; a tap opens it. */
export function IncidentRow({
  card,
  nowMs,
  fixed = false,
  place,
}: {
  card: IncidentCard;
  nowMs: number;
  fixed?: boolean;
  place: 'first' | 'middle' | 'last' | 'only';
}) {
  const words = card.clock && card.clock.stoppedAt === null ? clockWords(card.clock, nowMs) : null;
  const overdue = !fixed && words?.tone === 'overdue' ? words.text : undefined;
  const edge = place === 'only' ? 'first last' : place;
  const open = () => void Taro.navigateTo({ url: incidentPage(card.id) });
  return (
    <View
      className={`list-item row ${edge}`}
      aria-role="link"
      role="link"
      id={`incident-${card.id}`}
      {...pressable(open)}
      onClick={open}
    >
      <View className="thumb">
        {card.coverUrl ? (
          <Image
            className="thumb-image"
            src={absolute(card.coverUrl)}
            mode="aspectFill"
            lazyLoad
            ariaLabel="照片"
          />
        ) : (
          <Icon name={card.category.icon} />
        )}
      </View>
      <View className="grow col-s">
        <View className="t2">{card.title}</View>
        <View className="t3">{card.placeLabel}</View>
        <View className="row-s wrap">
          <StateChip
            state={card.state}
            awaitingMe={card.awaitingMe}
            {...(overdue ? { overdueWords: overdue } : {})}
          />
          <View className="t3">{clockLine(card, nowMs, fixed)}</View>
        </View>
      </View>
      <Icon name="chevron-right" small />
    </View>
  );
}
