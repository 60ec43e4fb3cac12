import { momentWords, noticePhase, noticeSpanWords } from '@linli/shared';
import { Link, useLocation, useNavigate } from 'react-router';
import type { NoticeRow } from '../api/contract';
import { useNow } from '../clock/useNow';
import { useStaffCommunities } from '../incidents/useStaffCommunities';
import { NoticeStateChip } from './NoticeStateChip';
import '../incidents/list/incident-table.css';

interface NoticeTableProps {
  items: NoticeRow[];
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function NoticeTable({ items, ...row }: NoticeTableProps) {
  return (
    <table className="incident-table notice-table">
      <thead>
        <tr>
          <th className="col-notice-state">状态</th>
          <th>通知</th>
          <th className="col-span">什么时候</th>
          <th className="col-handler">谁写的</th>
          <th className="col-read">告知</th>
          <th className="col-read">已读</th>
        </tr>
      </thead>
      <tbody>
        {items.map((notice) => (
          <Row key={notice.id} notice={notice} {...row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ notice, openId, cursor, onPoint }: Omit<NoticeTableProps, 'items'> & { notice: NoticeRow }) {
  const now = useNow();
  const { search } = useLocation();
  const navigate = useNavigate();
  const several = useStaffCommunities().length > 1;
  const to = { pathname: `/notices/${notice.id}`, search };
  const open = notice.id === openId;
  const over = noticePhase(notice, now) === 'over';
  const span = noticeSpanWords(notice, now) ?? '没有写时间';
  const chip = <NoticeStateChip state={notice.state} over={over} />;
  const read = notice.publishedAt === null ? '' : `${notice.readCount} 人`;
  const told = notice.told ? `${notice.told.people} 人` : '';
  const reached = [told && `告知 ${told}`, read && `已读 ${read}`].filter(Boolean).join('，');
  const where = [several && notice.communityName, notice.whereLabel].filter(Boolean).join(' ');
  return (
    // The whole row takes the mouse; the keyboard and readers have the link inside it.
    <tr
      className={[open && 'sel', notice.id === cursor && 'pointed'].filter(Boolean).join(' ')}
      data-row={notice.id}
      aria-current={open || undefined}
      onClick={(e) => !(e.target as HTMLElement).closest('a') && navigate(to)}
    >
      <td className="col-notice-state">{chip}</td>
      <td className="col-title">
        <Link to={to} className="ellipsis" onFocus={() => onPoint(notice.id)}>
          {notice.title}
        </Link>
        <div className="note-text ellipsis">
          {notice.kindLabel} · {where}
        </div>
        <div className="row-narrow">
          {chip}
          <span className="note-text ellipsis">{reached}</span>
        </div>
      </td>
      <td className="col-span">
        <div className="ellipsis">{span}</div>
      </td>
      <td className="col-handler">
        <div className="ellipsis">{notice.writtenByName}</div>
        <div className="note-text ellipsis">{momentWords(notice.writtenAt, now)}</div>
      </td>
      <td className="col-read">{told}</td>
      <td className="col-read">{read}</td>
    </tr>
  );
}
