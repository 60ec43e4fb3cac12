import { Bell } from 'lucide-react';
import { useState } from 'react';
import { MessagePanel } from './MessagePanel';
import { useUnreadCount } from './useInbox';
import './messages.css';

/** More than this is not counted out: nobody acts on the difference. */
const MOST_SHOWN = 99;

export function MessageBell() {
  const [open, setOpen] = useState(false);
  const unread = useUnreadCount();
  return (
    <>
      <button
        type="button"
        id="messages"
        className="icon-button bell"
        aria-label={unread > 0 ? `消息，${unread} 条没看` : '消息'}
        title="消息"
        onClick={() => setOpen(true)}
      >
        <Bell />
        {unread > 0 && <em>{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</em>}
      </button>
      <MessagePanel open={open} unread={unread} onClose={() => setOpen(false)} />
    </>
  );
}
