import { momentWords, RATING_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { pressable } from '../../../../components/pressable';
import { Wrong } from '../../../../components/Wrong';
import type { IncidentDetail } from '../../../../request/contract';

interface Asked {
  incident: IncidentDetail;
  nowMs: number;
  rating: number | null;
  wrong: string | undefined;
  onRate: (rating: number) => void;
}

/** Asks the reporter whether it is done; nothing is chosen for them. */
export function RatingAsked({ incident, nowMs, rating, wrong, onRate }: Asked) {
  const last = [...incident.timeline].reverse().find((entry) => entry.action === 'resolve');
  const until = confirmUntil(incident.clocks);
  return (
    <View className="card col" id="rating">
      <View className="t1">这件事办好了吗</View>
      {last?.note ? (
        <View className="soft">
          {last.byLabel ?? '您'}说：{last.note}
        </View>
      ) : null}
      <View className="stars" aria-role="radiogroup" role="radiogroup" aria-label="办得怎么样">
        {RATING_LABELS.map((words, i) => (
          <View
            key={words}
            id={`rate-${i + 1}`}
            className={`star ${rating !== null && i < rating ? 'star-on' : ''} ${rating === i + 1 ? 'star-chosen' : ''}`}
            aria-role="radio"
            role="radio"
            aria-checked={rating === i + 1}
            aria-label={words}
            ariaLabel={words}
            {...pressable(() => onRate(i + 1))}
            onClick={() => onRate(i + 1)}
          >
            <Star on={rating !== null && i < rating} />
            <View>{words}</View>
          </View>
        ))}
      </View>
      <Wrong words={wrong} />
      {until === null ? null : (
        <View className="t3" id="confirm-until">
          {momentWords(until, nowMs)} 前没有回音，就按办好了算
        </View>
      )}
    </View>
  );
}

/** Until when the reporter may say it is not done; then it is closed by itself. */
function confirmUntil(clocks: { kind: string; dueAt: string; stoppedAt: string | null }[]): string | null {
  return clocks.find(({ kind, stoppedAt }) => kind === 'confirm' && stoppedAt === null)?.dueAt ?? null;
}

/** What the reporter said in the end. */
export function RatingGiven({ rating, mine }: { rating: number; mine: boolean }) {
  const words = RATING_LABELS[rating - 1] ?? '';
  return (
    <View className="card row wrap" id="rated" aria-label={`评价：${words}`} ariaLabel={`评价：${words}`}>
      <View className="grow">{mine ? '您的评价' : '居民的评价'}</View>
      <View className="rated">
        {RATING_LABELS.map((label, i) => (
          <Star key={label} on={i < rating} />
        ))}
      </View>
      <View className="t2">{words}</View>
    </View>
  );
}

/** A star, full or only its edge. */
function Star({ on }: { on: boolean }) {
  return <View className={`icon ${on ? 'icon-star-full' : 'icon-star'}`} aria-hidden />;
}
