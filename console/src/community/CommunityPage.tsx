import { Lock } from 'lucide-react';
import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { useMe } from '../session/useMe';
import { StatePanel } from '../shell/StatePanel';
import { communitySections } from './sections';

const FRAME = '/community';

/** 区域与人员: a menu of what this person may see to, and below it the section, which has the rest of the screen to itself. */
export function CommunityPage() {
  const sections = communitySections(useMe());
  const [, section] = useLocation().pathname.slice(FRAME.length).split('/');
  const first = sections[0];
  if (!section && first) return <Navigate to={`${FRAME}/${first.path}`} replace />;
  return (
    <>
      <header className="top-bar">
        <h1>区域与人员</h1>
      </header>
      <nav className="tabs" aria-label="区域与人员" hidden={sections.length === 0}>
        {sections.map(({ path, label }) => (
          <NavLink key={path} to={`${FRAME}/${path}`} className={({ isActive }) => (isActive ? 'on' : '')}>
            {label}
          </NavLink>
        ))}
      </nav>
      {sections.some(({ path }) => path === section) ? (
        <Outlet />
      ) : (
        <StatePanel icon={<Lock />} title="这一项不归您管" note="要看它，请找社区书记或者人事管理员。" />
      )}
    </>
  );
}
