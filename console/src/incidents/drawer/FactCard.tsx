import type { ReactNode } from 'react';

interface FactCardProps {
  icon: ReactNode;
  title: string;
  note?: ReactNode;
  tone?: 'wait' | 'over' | 'done' | 'rest';
  children?: ReactNode;
}

/** One thing that is so: an icon, what it is, what was said of it. */
export function FactCard({ icon, title, note, tone = 'rest', children }: FactCardProps) {
  return (
    <section className={`fact-card ${tone}`} aria-label={title}>
      {icon}
      <div className="grow">
        <div className="row between wrap">
          <b>{title}</b>
          {note && <span className="note-text">{note}</span>}
        </div>
        {children}
      </div>
    </section>
  );
}
