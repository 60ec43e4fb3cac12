import { momentWords } from '@linli/shared';
import { Button } from 'antd';
import { Check, House, Phone, UserRound, Users, X } from 'lucide-react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { MemberDetail, MemberLine } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { DrawerTools } from '../../incidents/drawer/DrawerTools';
import { DrawerWaiting } from '../../incidents/drawer/DrawerWaiting';
import { FactCard } from '../../incidents/drawer/FactCard';
import type { Neighbours } from '../../incidents/useNeighbours';
import { MergePerson, useMayMerge } from '../people/merge/MergePerson';
import { WholePhone } from '../WholePhone';
import { useDecision, useHousehold } from './useHouseholds';
import '../../incidents/actions/next.css';
import '../../incidents/drawer/cards.css';
import '../../incidents/drawer/drawer.css';
import '../../incidents/drawer/timeline.css';
import '../../tasks/tasks.css';

interface HouseholdDrawerProps {
  id: string;
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
  onAsk: (member: MemberLine, decision: 'refuse' | 'end') => void;
}

/** One membership: who says so, what speaks for it, what became of it, and who else belongs to the home. */
export function HouseholdDrawer({ id, neighbours, onGo, onClose, onAsk }: HouseholdDrawerProps) {
  const { data: member, error, refetch } = useHousehold(id);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (!member) {
    return <DrawerWaiting label="住户" tools={tools} error={error} onRetry={refetch} />;
  }
  return (
    <section className="drawer" aria-label={member.name}>
      <header className="drawer-head">
        <div className="row between drawer-head-top">
          <span className="tag">{member.stateLabel}</span>
          {tools}
        </div>
        <h2>{member.name}</h2>
        <p className="row wrap drawer-place">
          <span className="row">
            <House />
            <Link to={`/community/homes/${member.homeId}`}>{member.homeLabel}</Link>
          </span>
          <span className="row">
            <UserRound />
            {member.relationLabel}，{member.livesHere ? '住在这里' : '不住这里'}
          </span>
        </p>
      </header>
      <div className="drawer-body one-column">
        <div className="drawer-main">
          <FactCard icon={<Check />} title="凭什么" tone={member.proof === 'phone' ? 'done' : 'rest'}>
            <p>{member.confirmedWayLabel ?? member.proofLabel}</p>
          </FactCard>
          <Claimant member={member} />
          <Others member={member} />
          <Course member={member} />
        </div>
      </div>
      <Decisions member={member} onAsk={onAsk} />
    </section>
  );
}

/** Whoever decides may have to ask: the number of who waits, for as long as they wait. */
function Claimant({ member: { id, name, maskedPhone, allowedActions } }: { member: MemberDetail }) {
  if (!allowedActions.includes('confirm')) return null;
  return (
    <FactCard icon={<Phone />} title="打电话问问">
      {maskedPhone === null ? (
        <p>对方没有留手机号</p>
      ) : (
        <div className="row wrap">
          <WholePhone
            masked={maskedPhone}
            name={name}
            ask={() => api.GET('/api/households/{id}/phone', { params: { path: { id } } })}
          />
        </div>
      )}
    </FactCard>
  );
}

function Others({ member: { others } }: { member: MemberDetail }) {
  return (
    <FactCard icon={<Users />} title="这户还有谁">
      <p>
        {others.length === 0
          ? '没有别的确认过的人'
          : others.map(({ name, relationLabel }) => `${name}（${relationLabel}）`).join('、')}
      </p>
    </FactCard>
  );
}

const OVER = ['refuse', 'withdraw', 'move_out', 'end'];

/** What became of it, the latest first. */
function Course({ member: { timeline } }: { member: MemberDetail }) {
  const now = useNow();
  return (
    <ol className="timeline" aria-label="经过">
      {timeline.toReversed().map(({ id, action, label, actorName, at, reason }) => (
        <li key={id}>
          <span className={OVER.includes(action) ? 'dot rest' : 'dot'}>
            {OVER.includes(action) ? <X /> : <Check />}
          </span>
          <div className="row between">
            <b>{label}</b>
            <time dateTime={at}>{momentWords(at, now)}</time>
          </div>
          <p>{[actorName, reason].filter(Boolean).join('：')}</p>
        </li>
      ))}
    </ol>
  );
}

function Decisions({ member, onAsk }: Pick<HouseholdDrawerProps, 'onAsk'> & { member: MemberDetail }) {
  const confirm = useDecision('confirm', member);
  const may = (action: MemberDetail['allowedActions'][number]) => member.allowedActions.includes(action);
  const mayMerge = useMayMerge(member.personId);
  if (!may('confirm') && !may('refuse') && !may('end') && !mayMerge) return null;
  return (
    <footer className="next">
      <div className="next-buttons">
        {may('confirm') && (
          <Button
            type="primary"
            size="large"
            className="next-solid"
            loading={confirm.pending}
            onClick={() => confirm.run({ reason: '' })}
          >
            确认住在这里
          </Button>
        )}
        {may('refuse') && (
          <Button size="large" className="next-other" onClick={() => onAsk(member, 'refuse')}>
            不通过
          </Button>
        )}
        {may('end') && (
          <Button size="large" className="next-other" onClick={() => onAsk(member, 'end')}>
            结束这条登记
          </Button>
        )}
        {member.personId !== null && <MergePerson person={{ id: member.personId, name: member.name }} />}
      </div>
    </footer>
  );
}
