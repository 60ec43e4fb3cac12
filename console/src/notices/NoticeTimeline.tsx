import { momentWords } from '@linli/shared';
import { Check, Undo2 } from 'lucide-react';
import type { Notice } from '../api/contract';
import { useNow } from '../clock/useNow';
import '../incidents/drawer/timeline.css';

/** What became of it, the latest first. */
export function NoticeTimeline({ notice }: { notice: Notice }) {
  const now = useNow();
  if (!notice.desk) return null;
  return (
    <ol className="timeline" aria-label="经过">
      {notice.desk.timeline.toReversed().map(({ id, action, label, actorName, at, reason, reasonHidden }) => (
        <li key={id}>
          <span className={action === 'withdraw' ? 'dot wait' : 'dot'}>
            {action === 'withdraw' ? <Undo2 /> : <Check />}
          </span>
          <div className="row between">
            <b>{label}</b>
            <time dateTime={at}>{momentWords(at, now)}</time>
          </div>
          <p>{[actorName, reason].filter(Boolean).join('：')}</p>
          {reasonHidden && <p>这个原因里好像有不该公开的内容，居民看不到。</p>}
        </li>
      ))}
    </ol>
  );
}
