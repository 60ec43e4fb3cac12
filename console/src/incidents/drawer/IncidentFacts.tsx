import { momentWords, RATING_LABELS } from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';

/** What staff may know besides: who reported, when it is said to have happened, what the neighbours see. */
export function IncidentFacts({ incident }: { incident: IncidentDetail }) {
  const now = useNow();
  const facts: [string, string | null][] = [
    ['谁报的', incident.reporterName],
    ['谁代报的', incident.enteredBy],
    ['谁在办', incident.handlerName ?? '还没人接'],
    ['什么时候发生', incident.happenedAt && momentWords(incident.happenedAt, now)],
    ['邻居能看到', neighboursSee(incident)],
    ['居民评分', incident.rating ? `${incident.rating} 分，${RATING_LABELS[incident.rating - 1]}` : null],
    ['社区', incident.communityName],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function neighboursSee({ published, hiddenPieceCount }: IncidentDetail): string {
  if (!published) return '类别、地点和进度，还看不到文字和照片';
  return hiddenPieceCount === 0 ? '文字和照片' : `文字和照片，还有 ${hiddenPieceCount} 处看不到`;
}
