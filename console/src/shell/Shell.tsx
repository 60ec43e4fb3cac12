import { Outlet } from 'react-router';
import { BrandMark } from './BrandMark';
import { PersonCard } from './PersonCard';
import { SideNav } from './SideNav';
import './shell.css';

/** The frame around every screen of a person with work here. On a narrow screen the side becomes a bar at the top. */
export function Shell() {
  return (
    <div className="shell">
      <aside className="side">
        <div className="brand-row">
          <BrandMark />
          邻里共治
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
