import { Outlet } from 'react-router';
import { LiveUpdates } from '../live/LiveUpdates';
import { MessageBell } from '../messages/MessageBell';
import { useMe } from '../session/useMe';
import { seesQueue } from '../session/work';
import { BrandMark } from './BrandMark';
import { PersonCard } from './PersonCard';
import { QueueWatch } from './QueueWatch';
import { SideNav } from './SideNav';
import './shell.css';

/** The frame around every screen of a person with work here. On a narrow screen the side becomes a bar at the top. */
export function Shell() {
  const me = useMe();
  return (
    <div className="shell">
      <LiveUpdates />
      {seesQueue(me) && <QueueWatch />}
      <aside className="side">
        <div className="brand-row">
          <BrandMark />
          <span className="brand-name">邻里共治</span>
          <MessageBell />
        </div>
        <SideNav />
        <PersonCard />
      </aside>
      <main className="main">
        <Outlet />
      </main>
    </div>
  );
}
