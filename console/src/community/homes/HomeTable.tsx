import { HOME_USAGE_LABELS } from '@linli/shared';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Home } from '../../api/contract';
import { areaText } from './home-views';
import '../../incidents/list/incident-table.css';

interface HomeTableProps {
  items: Home[];
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

export function HomeTable({ items, ...row }: HomeTableProps) {
  return (
    <table className="incident-table home-table">
      <thead>
        <tr>
          <th className="col-room">房屋</th>
          <th className="col-area">建筑面积</th>
          <th>产权人</th>
          <th className="col-phone">电话</th>
        </tr>
      </thead>
      <tbody>
        {items.map((home) => (
          <Row key={home.id} home={home} {...row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ home, openId, cursor, onPoint }: Omit<HomeTableProps, 'items'> & { home: Home }) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const to = { pathname: `/community/homes/${home.id}`, search };
  const open = home.id === openId;
  const { owners, usage } = home;
  return (
    // The whole row takes the mouse; the keyboard and readers have the link inside it.
    <tr
      className={[open && 'sel', home.id === cursor && 'pointed'].filter(Boolean).join(' ')}
      data-row={home.id}
      aria-current={open || undefined}
      onClick={(e) => !(e.target as HTMLElement).closest('a') && navigate(to)}
    >
      <td className="col-room">
        <Link to={to} className="ellipsis" onFocus={() => onPoint(home.id)}>
          {home.buildingName} {home.entranceName} {home.room}
        </Link>
        <div className="note-text ellipsis">
          {[home.estateName, usage === 'residence' ? null : HOME_USAGE_LABELS[usage]]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td className="col-area">{areaText(home.floorArea)}</td>
      <td>
        <div className="ellipsis">
          {owners.length === 0
            ? '未登记'
            : owners
                .map(({ name, share }) => (share && share !== '1/1' ? `${name} ${share}` : name))
                .join('、')}
        </div>
        {owners.length > 1 && owners.every(({ share }) => share === null) && (
          <div className="note-text">共同共有</div>
        )}
      </td>
      <td className="col-phone">
        <div className="ellipsis">{owners.flatMap(({ maskedPhone }) => maskedPhone ?? []).join('、')}</div>
      </td>
    </tr>
  );
}
