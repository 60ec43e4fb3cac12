import { noticeSpanWords } from '@linli/shared';
import { Input } from 'antd';
import { serverNowMs } from '../clock/server-time';
import { fromDateTimeInput } from '../clock/shanghai-input';
import { Field } from '../forms/Field';
import type { NoticeDraft } from './notice-draft';

interface TimeFieldsProps {
  draft: NoticeDraft;
  change: (some: Partial<NoticeDraft>) => void;
  wrong: string | null | false | undefined;
}

/** From when to when; either may be left open. The browser writes dates in its own language, the words below are ours. */
export function TimeFields({ draft: { startsAt, endsAt }, change, wrong }: TimeFieldsProps) {
  const span = { startsAt: fromDateTimeInput(startsAt), endsAt: fromDateTimeInput(endsAt) };
  const words = noticeSpanWords(span, serverNowMs());
  return (
    <Field label="什么时候（可以不填）" error={wrong}>
      <div className="notice-times">
        <label htmlFor="notice-starts">开始</label>
        <Input
          id="notice-starts"
          type="datetime-local"
          value={startsAt}
          onChange={(e) => change({ startsAt: e.target.value })}
        />
        <label htmlFor="notice-ends">结束</label>
        <Input
          id="notice-ends"
          type="datetime-local"
          value={endsAt}
          {...(startsAt ? { min: startsAt } : {})}
          onChange={(e) => change({ endsAt: e.target.value })}
        />
      </div>
      <p className="note-text">{words ?? '不填的话，这条通知在居民那里放两个星期。'}</p>
    </Field>
  );
}
