import type { ReactNode } from 'react';

interface SettingsCardProps {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}

export function SettingsCard({ title, note, children }: SettingsCardProps) {
  return (
    <section className="settings-card" aria-label={title}>
      <h2>{title}</h2>
      {note && <p className="note-text">{note}</p>}
      {children}
    </section>
  );
}
