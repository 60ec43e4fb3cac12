import { auditDetailWords, auditMoment } from '@linli/shared';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { AuditEntry } from '../api/contract';
import type { AuditFilters } from './audit-filters';
import { actionWords, actorWords, subjectWords } from './audit-words';
import '../incidents/list/incident-table.css';

interface AuditTableProps {
  items: AuditEntry[];
  onChange: (some: AuditFilters) => void;
}

export function AuditTable({ items, onChange }: AuditTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <table className="incident-table audit-table">
      <thead>
        <tr>
          <th className="col-moment">时间</th>
          <th className="col-person">谁</th>
          <th>做了什么</th>
          <th className="col-person">关于谁</th>
          <th className="col-place">社区</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <Fragment key={entry.id}>
            <Row
              entry={entry}
              open={entry.id === open}
              onToggle={() => setOpen(entry.id === open ? null : entry.id)}
            />
            {entry.id === open && <Details entry={entry} onChange={onChange} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry, open, onToggle }: { entry: AuditEntry; open: boolean; onToggle: () => void }) {
  return (
    // The whole row takes the mouse; the keyboard has the button inside it.
    <tr
      className={open ? 'sel' : ''}
      data-action={entry.action}
      onClick={(e) => !(e.target as HTMLElement).closest('button') && onToggle()}
    >
      <td className="col-moment">
        {auditMoment(entry.at)
          .split(' ')
          .map((part) => (
            <span key={part}>{part} </span>
          ))}
      </td>
      <td className="col-person">
        <div className="ellipsis">{actorWords(entry)}</div>
      </td>
      <td>
        <button type="button" className="audit-toggle" aria-expanded={open} onClick={onToggle}>
          {open ? <ChevronDown /> : <ChevronRight />}
          <span className="ellipsis">{actionWords(entry.action)}</span>
        </button>
        <div className="note-text ellipsis audit-subject">{subjectWords(entry.subject)}</div>
      </td>
      <td className="col-person">
        <div className="ellipsis">{entry.about === null ? '' : entry.about.name || '名字已经删去'}</div>
      </td>
      <td className="col-place">
        <div className="ellipsis">{entry.community?.name ?? ''}</div>
      </td>
    </tr>
  );
}

function Details({ entry, onChange }: { entry: AuditEntry; onChange: (some: AuditFilters) => void }) {
  const { actor, about, subject } = entry;
  return (
    <tr className="audit-details">
      <td colSpan={5}>
        <dl>
          {auditDetailWords(entry).map(({ key, title, words }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
          <div>
            <dt>对象编号</dt>
            <dd>
              {subject.id}
              <Narrow onClick={() => onChange({ subjectId: subject.id })}>只看这一件</Narrow>
            </dd>
          </div>
          {actor && (
            <div>
              <dt>谁的编号</dt>
              <dd>
                {actor.id}
                <Narrow onClick={() => onChange({ who: actor.id })}>只看此人做的</Narrow>
              </dd>
            </div>
          )}
          {about && (
            <div>
              <dt>关于谁的编号</dt>
              <dd>
                {about.id}
                <Narrow onClick={() => onChange({ about: about.id })}>只看关于此人的</Narrow>
              </dd>
            </div>
          )}
          <div>
            <dt>封存序号</dt>
            <dd>{entry.sealedAs ?? '正在封存'}</dd>
          </div>
        </dl>
      </td>
    </tr>
  );
}

function Narrow({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className="text-link" onClick={onClick}>
      {children}
    </button>
  );
}
