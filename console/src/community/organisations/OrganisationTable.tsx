import { ORGANISATION_KIND_LABELS } from '@linli/shared';
import { Link, useLocation, useNavigate } from 'react-router';
import type { OrganisationLine } from '../../api/contract';
import { dayOf } from '../people/appointment-words';
import '../../incidents/list/incident-table.css';

interface OrganisationTableProps {
  items: OrganisationLine[];
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function OrganisationTable({ items, ...row }: OrganisationTableProps) {
  return (
    <table className="incident-table organisation-table">
      <thead>
        <tr>
          <th className="col-organisation">名字</th>
          <th>服务哪里</th>
          <th className="col-count">在任</th>
          <th className="col-count">没办完的任务</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Row key={one.id} one={one} {...row} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Omit<OrganisationTableProps, 'items'> & { one: OrganisationLine };

function Row({ one, openId, cursor, onPoint }: RowProps) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const to = { pathname: `/community/organisations/${one.id}`, search };
  const open = one.id === openId;
  return (
    // The whole row takes the mouse; the keyboard and readers have the link inside it.
    <tr
      className={[open && 'sel', one.id === cursor && 'pointed'].filter(Boolean).join(' ')}
      data-row={one.id}
      aria-current={open || undefined}
      onClick={(e) => !(e.target as HTMLElement).closest('a') && navigate(to)}
    >
      <td className="col-organisation">
        <Link to={to} className="ellipsis" onFocus={() => onPoint(one.id)}>
          {one.name}
        </Link>
        <div className="note-text">{ORGANISATION_KIND_LABELS[one.kind]}</div>
      </td>
      <td>
        <div className="ellipsis">{one.serves}</div>
        {one.estateNames.length > 0 && <div className="note-text ellipsis">{one.estateNames.join('、')}</div>}
        {one.dissolvedAt !== null && <div className="note-text">{dayOf(one.dissolvedAt)} 解散</div>}
      </td>
      <td className="col-count">{one.people > 0 ? `${one.people} 人` : '还没有人'}</td>
      <td className="col-count">{one.openTasks > 0 ? `${one.openTasks} 个` : '没有'}</td>
    </tr>
  );
}
