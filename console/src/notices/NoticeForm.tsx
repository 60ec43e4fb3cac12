import { LIMITS, NOTICE_KIND_LABELS, NOTICE_KINDS } from '@linli/shared';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { Notice, WriteNotice } from '../api/contract';
import { newId } from '../api/new-id';
import { fieldMessage } from '../api/problem';
import { useNow } from '../clock/useNow';
import { Field } from '../forms/Field';
import { useDraftOf } from '../forms/useDraft';
import { useStaffCommunities } from '../incidents/useStaffCommunities';
import { AudienceLine } from './AudienceLine';
import { NoticePreview } from './NoticePreview';
import { emptyNotice, isNoticeDraft, missingIn, type NoticeDraft, noticeOf } from './notice-draft';
import { TimeFields } from './TimeFields';
import { useNoticeAction } from './useNotice';
import { WhereFields } from './WhereFields';

const KINDS = NOTICE_KINDS.map((kind) => ({ value: kind, label: NOTICE_KIND_LABELS[kind] }));
/** What the server says of these stands beside the field it is about. */
const ABOUT_TIME = ['notice/ends-too-soon', 'notice/over-already', 'notice/too-far-away'];

export function NoticeForm({ onDone }: { onDone: (notice: Pick<Notice, 'id'>) => void }) {
  const [stored, keep] = useDraftOf<NoticeDraft | null>('notice', null, isNoticeDraft);
  const [first] = useState(() => emptyNotice(newId()));
  const communities = useStaffCommunities();
  const now = useNow();
  const written = stored ?? first;
  // Who has one community is not asked which.
  const only = communities.length === 1 ? communities[0]?.community.id : undefined;
  const draft = { ...written, communityId: written.communityId ?? only ?? null };
  const change = (some: Partial<NoticeDraft>) => keep({ ...draft, ...some });
  const [tried, setTried] = useState(false);
  const write = useNoticeAction((_, body: WriteNotice) => api.POST('/api/notices', { body }), {
    say: '写好了',
    after: (notice) => {
      keep(null);
      onDone(notice);
    },
    arrivedBefore: ({ id }) => {
      keep(null);
      onDone({ id });
      return '上次其实发出去了，这是当时的内容。要改就撤回另写一条';
    },
  });
  const missing = missingIn(draft, now);
  const said = (field: keyof typeof missing, sent: string = field) =>
    (tried && missing[field]) || fieldMessage(write.problem, sent);
  const refused = write.problem?.status === 422 ? write.problem : null;
  const aboutTime = refused && ABOUT_TIME.includes(refused.code) ? refused.title : undefined;

  return (
    <div className="notice-write">
      <form
        className="notice-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          setTried(true);
          if (Object.keys(missing).length === 0) write.run(noticeOf(draft));
        }}
      >
        <Field label="类别" error={said('kind')}>
          <Radio.Group
            aria-label="类别"
            optionType="button"
            options={KINDS}
            value={draft.kind}
            onChange={(e) => change({ kind: e.target.value })}
          />
        </Field>
        <Field id="notice-title" label="标题" error={said('title')}>
          <Input
            id="notice-title"
            showCount
            maxLength={LIMITS.noticeTitleChars}
            value={draft.title}
            placeholder="比如：检修水管，明天停水"
            onChange={(e) => change({ title: e.target.value })}
          />
        </Field>
        <TimeFields draft={draft} change={change} wrong={said('endsAt') ?? aboutTime} />
        <WhereFields
          draft={draft}
          change={change}
          communities={communities}
          wrong={said('where', 'areaIds') ?? (aboutTime ? undefined : refused?.title)}
        />
        <AudienceLine draft={draft} />
        <Field
          id="notice-body"
          label="内容"
          error={said('body')}
          hint="写了电话号码的，要请社区书记看一看才能发。"
        >
          <Input.TextArea
            id="notice-body"
            rows={5}
            showCount
            maxLength={LIMITS.noticeBodyChars}
            value={draft.body}
            placeholder="什么事、请大家怎么做"
            onChange={(e) => change({ body: e.target.value })}
          />
        </Field>
        <div className="row wrap">
          <Button type="primary" size="large" htmlType="submit" loading={write.pending}>
            发布通知
          </Button>
          <span className="note-text">发了不能改，写错了撤回另写一条。</span>
        </div>
      </form>
      <NoticePreview
        draft={draft}
        community={communities.find(({ community }) => community.id === draft.communityId)}
        now={now}
      />
    </div>
  );
}
