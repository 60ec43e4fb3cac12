import { type ClaimProof, momentWords } from '@linli/shared';
import { Button } from 'antd';
import { CircleCheck, Clock, Info } from 'lucide-react';
import type { ComponentType } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { MemberLine } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { useDecision } from './useHouseholds';
import '../../incidents/list/incident-table.css';

interface HouseholdTableProps {
  items: MemberLine[];
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
  onAsk: (member: MemberLine, decision: 'refuse' | 'end') => void;
}

const PROOFS: Record<ClaimProof, [ComponentType, 'done' | 'wait' | 'rest']> = {
  phone: [CircleCheck, 'done'],
  phone_alone: [Clock, 'wait'],
  name: [Clock, 'wait'],
  none: [Info, 'rest'],
};

export function HouseholdTable({ items, ...row }: HouseholdTableProps) {
  return (
    <table className="incident-table household-table">
      <thead>
        <tr>
          <th className="col-member">姓名</th>
          <th>房屋</th>
          <th className="col-proof">凭什么</th>
          <th className="col-when">提出</th>
          <th className="col-member-acts" />
        </tr>
      </thead>
      <tbody>
        {items.map((member) => (
          <Row key={member.id} member={member} {...row} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Omit<HouseholdTableProps, 'items'> & { member: MemberLine };

function Row({ member, openId, cursor, onPoint, onAsk }: RowProps) {
  const now = useNow();
  const { search } = useLocation();
  const navigate = useNavigate();
  const to = { pathname: `/community/households/${member.id}`, search };
  const open = member.id === openId;
  const confirm = useDecision('confirm', member);
  const may = (action: MemberLine['allowedActions'][number]) => member.allowedActions.includes(action);
  return (
    // The whole row takes the mouse; the keyboard and readers have the link inside it.
    <tr
      className={[open && 'sel', member.id === cursor && 'pointed'].filter(Boolean).join(' ')}
      data-row={member.id}
      aria-current={open || undefined}
      onClick={(e) => !(e.target as HTMLElement).closest('a, button') && navigate(to)}
    >
      <td className="col-member">
        <Link to={to} className="ellipsis" onFocus={() => onPoint(member.id)}>
          {member.name}
        </Link>
        <div className="note-text">{member.relationLabel}</div>
      </td>
      <td>
        <div className="ellipsis">{member.homeLabel}</div>
        <div className="note-text ellipsis">
          {member.reason ?? (member.livesHere ? '住在这里' : '不住这里')}
          {member.maskedPhone && `，手机 ${member.maskedPhone}`}
        </div>
      </td>
      <td className="col-proof">
        <Proof member={member} />
      </td>
      <td className="col-when">{momentWords(member.claimedAt, now)}</td>
      <td className="col-member-acts">
        {may('confirm') && (
          <Button
            type="link"
            aria-label={`确认${member.name}`}
            loading={confirm.pending}
            onClick={() => confirm.run({ reason: '' })}
          >
            确认
          </Button>
        )}
        {may('refuse') && (
          <Button type="link" aria-label={`不通过${member.name}`} onClick={() => onAsk(member, 'refuse')}>
            不通过
          </Button>
        )}
        {may('end') && (
          <Button type="link" aria-label={`结束${member.name}`} onClick={() => onAsk(member, 'end')}>
            结束
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Before the answer what speaks for it, afterwards by which way it was found right. */
function Proof({ member }: { member: MemberLine }) {
  if (member.confirmedWayLabel !== null) return <div className="ellipsis">{member.confirmedWayLabel}</div>;
  const [Shape, tone] = PROOFS[member.proof];
  return (
    <span className={`chip ${tone}`}>
      <Shape />
      {member.proofLabel}
    </span>
  );
}
