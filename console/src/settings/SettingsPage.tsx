import { Lock } from 'lucide-react';
import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { useMe } from '../session/useMe';
import { StatePanel } from '../shell/StatePanel';
import { SECTIONS, sectionsFor } from './sections';
import './settings.css';

/** 设置: a menu of what this person may set, and the page chosen from it. */
export function SettingsPage() {
  const sections = sectionsFor(useMe());
  const path = useLocation().pathname.replace(/^\/settings\/?/, '');
  if (path === '') return <Navigate to={`/settings/${sections[0]?.path}`} replace />;
  const forbidden =
    SECTIONS.some((section) => section.path === path) && !sections.some((section) => section.path === path);
  return (
    <>
      <header className="top-bar">
        <h1>设置</h1>
      </header>
      <nav className="tabs" aria-label="设置什么">
        {sections.map(({ path: to, label }) => (
          <NavLink key={to} to={`/settings/${to}`} className={({ isActive }) => (isActive ? 'on' : '')}>
            {label}
          </NavLink>
        ))}
      </nav>
      <div className="settings-scroll">
        {forbidden ? (
          <StatePanel icon={<Lock />} title="这一项您不能设置" note="要改它，请找社区书记或者平台管理员。" />
        ) : (
          <Outlet />
        )}
      </div>
    </>
  );
}
