import type { NoticeState } from '@linli/shared';
import { Button } from 'antd';
import { Megaphone, SearchX } from 'lucide-react';
import { StaleBanner } from '../incidents/list/StaleBanner';
import { ListFoot } from '../shell/ListFoot';
import { ListWaiting } from '../shell/ListWaiting';
import { StatePanel } from '../shell/StatePanel';
import { NoticeTable } from './NoticeTable';
import { NOTICE_PAGE, type useNotices } from './useNotices';
import '../incidents/list/queue.css';

interface NoticeListProps {
  notices: ReturnType<typeof useNotices>;
  state: NoticeState | undefined;
  page: number;
  onPage: (page: number) => void;
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function NoticeList({ notices, page, onPage, state, ...rows }: NoticeListProps) {
  const total = notices.data?.total ?? 0;
  return (
    <section className="queue" aria-label="通知列表">
      <StaleBanner queue={notices} />
      <div className="queue-scroll">
        {notices.data && notices.data.items.length > 0 ? (
          <NoticeTable items={notices.data.items} {...rows} />
        ) : (
          <NoNotices notices={notices} state={state} page={page} onPage={onPage} />
        )}
      </div>
      <ListFoot total={total} unit="条" page={page} pageSize={NOTICE_PAGE} onPage={onPage}>
        <span className="grow" />
        <span className="key-hints">已读只算登录了的人，没登录看的不算</span>
      </ListFoot>
    </section>
  );
}

const EMPTY: Record<NoticeState, string> = {
  waiting: '没有等放行的通知',
  published: '还没有发过通知',
  withdrawn: '没有撤回过通知',
};

function NoNotices({
  notices,
  state,
  page,
  onPage,
}: Pick<NoticeListProps, 'notices' | 'state' | 'page' | 'onPage'>) {
  if (!notices.data) return <ListWaiting list={notices} />;
  if (page > 1) {
    return (
      <StatePanel icon={<SearchX />} title="这一页没有通知了">
        <Button onClick={() => onPage(1)}>回第一页</Button>
      </StatePanel>
    );
  }
  return (
    <StatePanel
      icon={<Megaphone />}
      title={EMPTY[state ?? 'published']}
      note={state === undefined ? '停水、停电、修路、义诊，写一条，居民在小程序里就看得到。' : undefined}
    />
  );
}
