import { noticePhase, noticeSpanWords } from '@linli/shared';
import { BellRing, CalendarClock, Eye, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Notice } from '../api/contract';
import { useNow } from '../clock/useNow';
import { DrawerTools } from '../incidents/drawer/DrawerTools';
import { DrawerWaiting } from '../incidents/drawer/DrawerWaiting';
import { FactCard } from '../incidents/drawer/FactCard';
import type { Neighbours } from '../incidents/useNeighbours';
import { NoticeNextStep } from './NoticeNextStep';
import { NoticeStateChip } from './NoticeStateChip';
import { NoticeTimeline } from './NoticeTimeline';
import { useNotice } from './useNotice';
import { WaitingCard } from './WaitingCard';
import '../incidents/drawer/drawer.css';
import '../incidents/drawer/cards.css';
import '../tasks/tasks.css';

interface NoticeDrawerProps {
  id: string;
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
}

/** One notice whole: what it says to whom, how many have read it, what became of it. */
export function NoticeDrawer({ id, neighbours, onGo, onClose }: NoticeDrawerProps) {
  const { data: notice, error, refetch } = useNotice(id);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (!notice) {
    return <DrawerWaiting label="通知" tools={tools} error={error} onRetry={refetch} />;
  }
  return (
    <section className="drawer" aria-label={notice.title}>
      <NoticeHeader notice={notice}>{tools}</NoticeHeader>
      <div className="drawer-body one-column">
        <div className="drawer-main">
          <WaitingCard notice={notice} />
          <p className="notice-body">{notice.body}</p>
          <ToldCard notice={notice} />
          <ReadCard notice={notice} />
          <NoticeTimeline notice={notice} />
        </div>
      </div>
      <NoticeNextStep notice={notice} />
    </section>
  );
}

function NoticeHeader({ notice, children }: { notice: Notice; children: ReactNode }) {
  const now = useNow();
  const span = noticeSpanWords(notice, now);
  return (
    <header className="drawer-head">
      <div className="row between drawer-head-top">
        <div className="row wrap">
          <NoticeStateChip state={notice.state} over={noticePhase(notice, now) === 'over'} />
          <span className="tag">{notice.kindLabel}</span>
        </div>
        {children}
      </div>
      <h2>{notice.title}</h2>
      <p className="row wrap drawer-place">
        <span className="row">
          <MapPin />
          {notice.communityName} {notice.whereLabel}
        </span>
        {span && (
          <span className="row">
            <CalendarClock />
            {span}
          </span>
        )}
      </p>
    </header>
  );
}

/** To how many phones it has gone so far; nothing for those that went out before anybody was told. */
function ToldCard({ notice: { state, desk } }: { notice: Notice }) {
  if (!desk?.told) return null;
  const { people, expected, ended } = desk.told;
  const stopped = ended && state === 'withdrawn' && people < expected;
  return (
    <FactCard icon={<BellRing />} title={`已告知 ${people} 人`}>
      {!ended && <p>还在一个个告诉，一共约 {expected} 人。</p>}
      {stopped && <p>撤回以后没有再告诉别人，原来要告诉约 {expected} 人。</p>}
      {ended && !stopped && (
        <p>家在这里、登记确认过、登录过的人，「消息」里都有一条；在这里工作的人另外告知，不算在内。</p>
      )}
    </FactCard>
  );
}

/** Truthful about what the number leaves out. */
function ReadCard({ notice }: { notice: Notice }) {
  if (!notice.desk || notice.publishedAt === null) return null;
  return (
    <FactCard icon={<Eye />} title={`已读 ${notice.desk.readCount} 人`}>
      <p>只算登录了的人，一个人算一次。没登录也能看，那些不算在内。</p>
    </FactCard>
  );
}
