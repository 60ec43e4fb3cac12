import { NOTICE_KIND_LABELS, noticeSpanWords } from '@linli/shared';
import type { CommunityMap } from '../api/contract';
import { fromDateTimeInput } from '../clock/shanghai-input';
import { areaIdsOf, type NoticeDraft } from './notice-draft';

interface NoticePreviewProps {
  draft: NoticeDraft;
  community: CommunityMap | undefined;
  now: number;
}

/** What a phone will show of it. */
export function NoticePreview({ draft, community, now }: NoticePreviewProps) {
  const span = noticeSpanWords(
    { startsAt: fromDateTimeInput(draft.startsAt), endsAt: fromDateTimeInput(draft.endsAt) },
    now,
  );
  return (
    <section className="notice-preview" aria-label="居民看到的样子">
      <p className="note-text">居民看到的样子</p>
      <div className="notice-preview-phone">
        <div className="row wrap">
          <span className="tag">{draft.kind === null ? '类别' : NOTICE_KIND_LABELS[draft.kind]}</span>
          <span className="note-text">{community?.community.name}</span>
        </div>
        <h2>{draft.title.trim() || '标题'}</h2>
        {span && <p className="notice-preview-line">时间：{span}</p>}
        <p className="notice-preview-line">范围：{whereWords(draft, community)}</p>
        <p className="notice-body">{draft.body.trim() || '内容'}</p>
      </div>
    </section>
  );
}

function whereWords(draft: NoticeDraft, community: CommunityMap | undefined): string {
  if (draft.reach === 'community') return '全社区';
  const ids = new Set(areaIdsOf(draft));
  const names =
    draft.reach === 'grid'
      ? community?.grids.filter(({ id }) => ids.has(id)).map(({ name }) => name)
      : community?.buildings
          .filter(({ id }) => ids.has(id))
          .map(({ name, estateName }) => `${estateName} ${name}`);
  return names?.length ? names.join('、') : '还没有选';
}
