import type { ReactNode } from 'react';
import './states.css';

interface StatePanelProps {
  icon: ReactNode;
  title: string;
  note?: ReactNode;
  children?: ReactNode;
}

/** What stands where there is nothing to show: why, and what one can do about it. */
export function StatePanel({ icon, title, note, children }: StatePanelProps) {
  return (
    <div className="state-panel">
      <span className="state-panel-icon">{icon}</span>
      <h2>{title}</h2>
      {note && <p className="note-text">{note}</p>}
      {children}
    </div>
  );
}
