import type { Role } from '@linli/shared';
import { Button, Popconfirm, Skeleton } from 'antd';
import { BadgeCheck, CalendarClock, History, X } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client';
import type { StaffAppointment, StaffPersonDetail } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { useEscape } from '../../forms/useEscape';
import { FactCard } from '../../incidents/drawer/FactCard';
import { useMe } from '../../session/useMe';
import { ErrorState } from '../../shell/ErrorState';
import { AppointForm } from './AppointForm';
import { appointmentWords, dayOf } from './appointment-words';
import { EndForm } from './EndForm';
import { ExtendForm } from './ExtendForm';
import { LeaveForm } from './LeaveForm';
import { MergePerson } from './merge/MergePerson';
import { usePeopleChange, usePerson } from './usePeople';
import '../../incidents/drawer/drawer.css';
import '../../incidents/drawer/cards.css';
import '../../incidents/actions/next.css';

interface PersonDrawerProps {
  id: string;
  roles: Role[];
  onClose: () => void;
}

/** One person: what they hold, will hold and held, and what can be done about it. */
export function PersonDrawer({ id, roles, onClose }: PersonDrawerProps) {
  const { data: person, isError, error, refetch } = usePerson(id);
  const [appointing, setAppointing] = useState(false);
  useEscape(onClose);
  return (
    <section className="drawer" aria-label={person?.name ?? '人员'}>
      <header className="drawer-head">
        <div className="row between drawer-head-top">
          <h2>{person?.name}</h2>
          <button type="button" className="icon-button" aria-label="关上" onClick={onClose}>
            <X />
          </button>
        </div>
        {person && (
          <p className="note-text">
            {person.maskedPhones.join('、') || '没有登记手机'}
            {person.suspended && '，已停用，不能登录'}
          </p>
        )}
      </header>
      {person ? (
        <>
          <div className="drawer-body one-column">
            <div className="drawer-main">
              {person.appointments.length === 0 && <p className="note-text">还没有任命。</p>}
              {person.appointments.map((one) => (
                <AppointmentCard key={one.id} one={one} person={person} />
              ))}
            </div>
          </div>
          <footer className="next">
            <div className="next-buttons">
              {!person.suspended && (
                <Button
                  type="primary"
                  size="large"
                  className="next-solid"
                  onClick={() => setAppointing(true)}
                >
                  再任命一项
                </Button>
              )}
              <Suspension person={person} />
              <MergePerson person={person} />
            </div>
          </footer>
          {appointing && (
            <AppointForm
              roles={roles}
              known={{ id: person.id, name: person.name }}
              onClose={() => setAppointing(false)}
            />
          )}
        </>
      ) : isError ? (
        <ErrorState problem={asProblem(error)} onRetry={() => refetch()} />
      ) : (
        <div className="drawer-body skeleton" aria-busy="true">
          <Skeleton active paragraph={{ rows: 6 }} />
        </div>
      )}
    </section>
  );
}

const ICONS = { now: <BadgeCheck />, coming: <CalendarClock />, ended: <History /> };

function AppointmentCard({ one, person }: { one: StaffAppointment; person: StaffPersonDetail }) {
  const [form, setForm] = useState<'end' | 'extend' | 'leave' | null>(null);
  const back = usePeopleChange<string>({
    send: (actionId, id) =>
      api.POST('/api/leaves/{id}/end', { params: { path: { id } }, body: { actionId } }),
    say: '请假结束了',
  });
  const callOff = usePeopleChange<null>({
    send: (actionId) =>
      // At its beginning: what has begun meanwhile is not ended by this.
      api.POST('/api/appointments/{id}/end', {
        params: { path: { id: one.id } },
        body: { actionId, at: one.fromAt },
      }),
    say: '任命取消了，不会开始',
  });
  const close = () => setForm(null);
  return (
    <FactCard
      icon={ICONS[one.when]}
      title={`${one.roleLabel}　${one.placeLabel}`}
      tone={one.when === 'now' && !one.onLeave ? 'done' : 'rest'}
    >
      <p>{appointmentWords(one)}</p>
      {one.leaves.map((leave) => (
        <p key={leave.id} className="row wrap">
          <span>
            请假 {dayOf(leave.fromAt)} 到 {dayOf(leave.toAt)}
            {leave.standInName === null ? '，没有人代班' : `，${leave.standInName}代班`}
          </span>
          {one.manageable && (
            <Button size="small" loading={back.pending} onClick={() => back.run(leave.id)}>
              提前结束请假
            </Button>
          )}
        </p>
      ))}
      {one.manageable && one.when !== 'ended' && (
        <div className="row wrap people-acts">
          {one.when === 'now' && <Button onClick={() => setForm('end')}>结束任命</Button>}
          {one.when === 'coming' && one.standInForName === null && (
            <Popconfirm
              title={`取消${person.name}的任命`}
              description={`${one.roleLabel} ${one.placeLabel}，原定 ${dayOf(one.fromAt)} 起。`}
              okText="取消任命"
              cancelText="先不取消"
              onConfirm={() => callOff.run(null)}
            >
              <Button loading={callOff.pending}>取消任命</Button>
            </Popconfirm>
          )}
          {one.standInForName === null && one.toAt !== null && (
            <Button onClick={() => setForm('extend')}>延长</Button>
          )}
          {one.standInForName === null && <Button onClick={() => setForm('leave')}>请假和代班</Button>}
        </div>
      )}
      {form === 'end' && <EndForm one={one} name={person.name} onClose={close} />}
      {form === 'extend' && <ExtendForm one={one} name={person.name} onClose={close} />}
      {form === 'leave' && <LeaveForm one={one} name={person.name} personId={person.id} onClose={close} />}
    </FactCard>
  );
}

function Suspension({ person }: { person: StaffPersonDetail }) {
  const { id: myId, permissions } = useMe();
  const path = { path: { id: person.id } };
  const suspend = usePeopleChange<null>({
    send: (actionId) => api.POST('/api/staff/{id}/suspend', { params: path, body: { actionId } }),
    say: '停用了',
  });
  const restore = usePeopleChange<null>({
    send: (actionId) => api.POST('/api/staff/{id}/restore', { params: path, body: { actionId } }),
    say: '恢复了',
  });
  if (!permissions.includes('person.suspend') || person.id === myId) return null;
  if (person.suspended) {
    return (
      <Button size="large" className="next-other" loading={restore.pending} onClick={() => restore.run(null)}>
        恢复
      </Button>
    );
  }
  return (
    <Popconfirm
      title={`停用${person.name}`}
      description="马上退出所有登录，手上的事回到待办。以后可以恢复。"
      okText="停用"
      cancelText="先不停用"
      onConfirm={() => suspend.run(null)}
    >
      <Button size="large" className="next-other" loading={suspend.pending}>
        停用
      </Button>
    </Popconfirm>
  );
}
