import { ORGANISATION_KIND_LABELS } from '@linli/shared';
import { Button, Popconfirm } from 'antd';
import { Building2, Flag, MapPin, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { OrganisationDetail } from '../../api/contract';
import { DrawerTools } from '../../incidents/drawer/DrawerTools';
import { DrawerWaiting } from '../../incidents/drawer/DrawerWaiting';
import { FactCard } from '../../incidents/drawer/FactCard';
import type { Neighbours } from '../../incidents/useNeighbours';
import { dayOf } from '../people/appointment-words';
import { EstatesForm } from './EstatesForm';
import { RenameForm } from './RenameForm';
import { useOrganisation, useOrganisationChange } from './useOrganisationDesk';
import '../../incidents/actions/next.css';
import '../../incidents/drawer/drawer.css';
import '../../incidents/drawer/cards.css';
import '../../tasks/tasks.css';

interface OrganisationDrawerProps {
  id: string;
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
}

/** One organisation: who acts in it, for which estates, and what can be done about it. */
export function OrganisationDrawer({ id, neighbours, onGo, onClose }: OrganisationDrawerProps) {
  const { data: one, error, refetch } = useOrganisation(id);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (one) return <OpenOrganisation one={one}>{tools}</OpenOrganisation>;
  return <DrawerWaiting label="单位" tools={tools} error={error} onRetry={refetch} />;
}

function OpenOrganisation({ one, children }: { one: OrganisationDetail; children: ReactNode }) {
  const [doing, setDoing] = useState<'rename' | 'estates' | null>(null);
  const close = () => setDoing(null);
  const gone = one.dissolvedAt !== null;
  return (
    <section className="drawer" aria-label={one.name}>
      <header className="drawer-head">
        <div className="row between drawer-head-top">
          <span className="tag">{ORGANISATION_KIND_LABELS[one.kind]}</span>
          {children}
        </div>
        <h2>{one.name}</h2>
        <p className="row wrap drawer-place">
          <span className="row">
            <MapPin />
            {one.serves}
          </span>
          <span className="row">
            <Building2 />
            {one.dissolvedAt === null ? `${dayOf(one.createdAt)} 添加` : `${dayOf(one.dissolvedAt)} 解散`}
          </span>
        </p>
      </header>
      <div className="drawer-body one-column">
        <div className="drawer-main">
          <People one={one} />
          <Estates one={one} onChange={gone ? null : () => setDoing('estates')} />
          <FactCard icon={<Flag />} title="没办完的任务">
            <p>{one.openTasks > 0 ? `${one.openTasks} 个` : '没有'}</p>
          </FactCard>
        </div>
      </div>
      {!gone && (
        <footer className="next">
          {doing === 'rename' && <RenameForm one={one} onClose={close} />}
          {doing === 'estates' && <EstatesForm one={one} onClose={close} />}
          {doing === null && (
            <div className="next-buttons">
              <Button size="large" className="next-other" onClick={() => setDoing('rename')}>
                改名
              </Button>
              <Dissolving one={one} />
            </div>
          )}
        </footer>
      )}
    </section>
  );
}

function People({ one }: { one: OrganisationDetail }) {
  return (
    <FactCard
      icon={<Users />}
      title="这里的人"
      note={one.people > 0 ? `${one.people} 项任命` : undefined}
      tone={one.people > 0 ? 'done' : 'rest'}
    >
      {one.appointed.length === 0 ? (
        <p>
          还没有人。到<Link to="/community/people">人员与任命</Link>里任命，才有人接任务。
        </p>
      ) : (
        <ul className="organisation-people">
          {one.appointed.map((person) => (
            <li key={person.id}>
              <Link to={`/community/people/${person.personId}`}>{person.name}</Link>　{person.roleLabel}
              <span className="note-text">
                {' '}
                {dayOf(person.fromAt)} {person.toAt === null ? '起' : `到 ${dayOf(person.toAt)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </FactCard>
  );
}

function Estates({ one, onChange }: { one: OrganisationDetail; onChange: (() => void) | null }) {
  return (
    <FactCard icon={<Building2 />} title="服务的小区">
      <p>
        {one.estates.length === 0
          ? '没有选小区。选了以后，这些小区的事派给别人帮办时先想到这里。'
          : one.estates.map(({ label }) => label).join('、')}
      </p>
      {onChange && one.estateChoices.length > 0 && (
        <div className="people-acts">
          <Button onClick={onChange}>{one.estates.length === 0 ? '选小区' : '改小区'}</Button>
        </div>
      )}
    </FactCard>
  );
}

function Dissolving({ one }: { one: OrganisationDetail }) {
  const dissolve = useOrganisationChange<null>({
    send: (actionId) =>
      api.POST('/api/organisations/{id}/dissolve', {
        params: { path: { id: one.id } },
        body: { actionId },
      }),
    say: '解散了，以后不能再派给这里',
  });
  return (
    <Popconfirm
      title={`解散${one.name}`}
      description="解散以后不能再派任务、不能再任命，办过的事还留着名字。"
      okText="解散"
      cancelText="先不解散"
      onConfirm={() => dissolve.run(null)}
    >
      <Button size="large" className="next-other" loading={dissolve.pending}>
        解散
      </Button>
    </Popconfirm>
  );
}
