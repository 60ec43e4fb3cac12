import { Button, Drawer, Segmented } from 'antd';
import { CheckCheck, Settings2, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { MessageList } from './MessageList';
import { useInbox, useReading } from './useInbox';

interface MessagePanelProps {
  open: boolean;
  unread: number;
  onClose: () => void;
}

/** What I was told, over the page one is on. */
export function MessagePanel({ open, unread, onClose }: MessagePanelProps) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      closable={false}
      size="min(100vw, var(--form-w))"
      styles={{ body: { padding: 0 } }}
      destroyOnHidden
      aria-label="消息"
    >
      <Opened unread={unread} onClose={onClose} />
    </Drawer>
  );
}

function Opened({ unread, onClose }: Omit<MessagePanelProps, 'open'>) {
  const [onlyUnread, setOnlyUnread] = useState(false);
  const inbox = useInbox(onlyUnread);
  const reading = useReading();
  const newest = inbox.data?.pages[0]?.items[0];
  return (
    <div className="message-panel">
      <header className="row">
        <h2 className="grow">消息</h2>
        <Link
          to="/settings/messages"
          className="icon-button"
          title="消息设置"
          aria-label="消息设置"
          onClick={onClose}
        >
          <Settings2 />
        </Link>
        <button type="button" className="icon-button" title="关上" aria-label="关上消息" onClick={onClose}>
          <X />
        </button>
      </header>
      <div className="row message-tools">
        <Segmented
          options={[
            { label: '全部', value: false },
            { label: '没看的', value: true },
          ]}
          value={onlyUnread}
          onChange={setOnlyUnread}
        />
        <span className="grow" />
        <Button
          type="text"
          icon={<CheckCheck />}
          disabled={unread === 0 || newest === undefined}
          loading={reading.all.isPending}
          onClick={() => newest && reading.all.mutate(newest.at)}
        >
          全部已读
        </Button>
      </div>
      {reading.all.isError && (
        <p className="notice over" role="alert">
          {asProblem(reading.all.error).title}
        </p>
      )}
      <MessageList
        inbox={inbox}
        onlyUnread={onlyUnread}
        onOpen={({ id, readAt }) => readAt === null && reading.one.mutate(id)}
        onGone={onClose}
      />
    </div>
  );
}
