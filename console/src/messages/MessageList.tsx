import { momentWords } from '@linli/shared';
import { Button, Skeleton } from 'antd';
import { BellOff } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { InboxMessage } from '../api/contract';
import { asProblem } from '../api/problem';
import { useNow } from '../clock/useNow';
import { ErrorState } from '../shell/ErrorState';
import { StatePanel } from '../shell/StatePanel';
import type { useInbox } from './useInbox';

/** Where what a message is about stands in the console. */
const PATHS: Partial<Record<InboxMessage['link']['type'], string>> = {
  incident: '/incidents',
  notice: '/notices',
};

interface MessageListProps {
  inbox: ReturnType<typeof useInbox>;
  onlyUnread: boolean;
  onOpen: (message: InboxMessage) => void;
  /** The message led to another page. */
  onGone: () => void;
}

export function MessageList({ inbox, onlyUnread, onOpen, onGone }: MessageListProps) {
  const now = useNow();
  const navigate = useNavigate();
  const items = inbox.data?.pages.flatMap((page) => page.items);
  if (!items) {
    if (inbox.isError)
      return <ErrorState problem={asProblem(inbox.error)} onRetry={() => void inbox.refetch()} />;
    return (
      <div className="skeleton" aria-busy="true">
        <Skeleton active paragraph={{ rows: 6 }} />
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <StatePanel
        icon={<BellOff />}
        title={onlyUnread ? '都看过了' : '还没有消息'}
        note="有新事件、快到时间、超时升级，都会在这里告诉您。"
      />
    );
  }

  function open(message: InboxMessage): void {
    onOpen(message);
    const { type, id } = message.link;
    if (type === 'home_claim') {
      onGone();
      void navigate('/community/households');
      return;
    }
    const path = id === null ? undefined : PATHS[type];
    if (path === undefined) return;
    onGone();
    void navigate(`${path}/${id}`);
  }

  return (
    <>
      {inbox.isRefetchError && (
        <p className="notice wait" role="status">
          暂时连不上，看到的可能不是最新的。
        </p>
      )}
      <ul className="message-list">
        {items.map((message) => (
          <li key={message.id} className={message.readAt === null ? 'unread' : ''}>
            <button type="button" onClick={() => open(message)}>
              <span className="row between">
                <b className="ellipsis">{message.title}</b>
                <span className="note-text">{momentWords(message.at, now)}</span>
              </span>
              <span className="message-body">{message.body}</span>
              <span className="row">
                <span className="tag">{message.kindLabel}</span>
                {message.readAt === null && <span className="message-unread">没看</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {inbox.hasNextPage ? (
        <Button block loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {inbox.isFetchNextPageError ? '没取到，再试一次' : '看更早的'}
        </Button>
      ) : (
        <p className="note-text message-end">到底了，一共 {items.length} 条</p>
      )}
    </>
  );
}
