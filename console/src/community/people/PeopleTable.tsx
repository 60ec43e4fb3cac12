import { Link, useLocation, useNavigate } from 'react-router';
import type { StaffPerson } from '../../api/contract';
import { appointmentWords } from './appointment-words';
import '../../incidents/list/incident-table.css';

/** One line a person: the name, and what they hold. */
export function PeopleTable({ items, openId }: { items: StaffPerson[]; openId: string | undefined }) {
  return (
    <table className="incident-table people-table">
      <thead>
        <tr>
          <th className="col-person">姓名</th>
          <th>任命</th>
        </tr>
      </thead>
      <tbody>
        {items.map((person) => (
          <Row key={person.id} person={person} open={person.id === openId} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person, open }: { person: StaffPerson; open: boolean }) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const to = { pathname: `/community/people/${person.id}`, search };
  const shown = person.appointments.filter(({ when }) => when !== 'ended');
  const held = shown.length > 0 ? shown : person.appointments.slice(0, 2);
  return (
    // The whole row takes the mouse; the keyboard and readers have the link inside it.
    <tr
      className={open ? 'sel' : ''}
      aria-current={open || undefined}
      onClick={(e) => !(e.target as HTMLElement).closest('a') && navigate(to)}
    >
      <td className="col-person">
        <Link to={to} className="ellipsis">
          {person.name}
        </Link>
        {person.suspended && <div className="note-text">已停用</div>}
      </td>
      <td className="people-held">
        {held.map((one) => (
          <div key={one.id} className={one.when === 'ended' ? 'note-text' : ''}>
            <b>{one.roleLabel}</b> {one.placeLabel} <span className="note-text">{appointmentWords(one)}</span>
          </div>
        ))}
      </td>
    </tr>
  );
}
