import { ROLE_LABELS, ROLES } from '@linli/shared';
import { Button, type InputRef } from 'antd';
import { Merge, SearchX, UserPlus, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { FilterSelect } from '../../incidents/list/FilterSelect';
import { SearchField } from '../../incidents/list/SearchField';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { useMe } from '../../session/useMe';
import { ListFoot } from '../../shell/ListFoot';
import { ListWaiting } from '../../shell/ListWaiting';
import { StatePanel } from '../../shell/StatePanel';
import { AppointForm } from './AppointForm';
import { MergeDialog } from './merge/MergeDialog';
import { PeopleTable } from './PeopleTable';
import { PersonDrawer } from './PersonDrawer';
import { type HeldWhen, PEOPLE_PAGE, type PeopleView, usePeople } from './usePeople';
import '../../incidents/incidents.css';
import '../../incidents/list/top-bar.css';
import '../../incidents/list/queue.css';
import './people.css';

const TABS: { when: HeldWhen; label: string; empty: string }[] = [
  { when: 'now', label: '在任', empty: '这里还没有人任职' },
  { when: 'coming', label: '将要到任', empty: '没有将要到任的人' },
  { when: 'ended', label: '已经离任', empty: '没有离任的人' },
];

const HELD_ROLES = ROLES.filter((role) => role !== 'resident').map((value) => ({
  value,
  label: ROLE_LABELS[value],
}));

/** 人员与任命: who is appointed to what, and beside it the person whom the address names. */
export function PeoplePage() {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  const people = usePeople(view);
  const searchField = useRef<InputRef>(null);
  const [appointing, setAppointing] = useState(false);
  const [merging, setMerging] = useState(false);
  const { permissions } = useMe();
  const { items = [], total = 0, roles = [] } = people.data ?? {};
  const change = (some: Partial<PeopleView>) =>
    setParams(writeView({ ...view, page: 1, ...some }), { replace: true });
  return (
    <div className={openId ? 'work with-drawer' : 'work'}>
      <section className="queue" aria-label="人员与任命">
        <div className="filters desk-filters">
          <nav className="people-when" aria-label="看哪些人">
            {TABS.map(({ when, label }) => (
              <Link
                key={when}
                to={{ search: `?${writeView({ ...view, when, page: 1 })}` }}
                className={when === view.when ? 'chip on' : 'chip'}
                aria-current={when === view.when || undefined}
              >
                {label}
              </Link>
            ))}
          </nav>
          <FilterSelect
            label="职务"
            value={view.role}
            options={HELD_ROLES}
            onChange={(role) => change({ role })}
          />
          <SearchField
            label="搜姓名"
            value={view.q}
            onSearch={(q) => change({ q: q ?? '' })}
            field={searchField}
          />
          <span className="grow" />
          {!openId && permissions.includes('person.merge') && (
            <Button icon={<Merge />} onClick={() => setMerging(true)}>
              合并重复的人
            </Button>
          )}
          <Button type="primary" icon={<UserPlus />} onClick={() => setAppointing(true)}>
            任命
          </Button>
        </div>
        <StaleBanner queue={people} />
        <div className="queue-scroll">
          {items.length > 0 ? (
            <PeopleTable items={items} openId={openId} />
          ) : (
            <NoPeople people={people} view={view} change={change} />
          )}
        </div>
        <ListFoot
          total={total}
          unit="人"
          page={view.page}
          pageSize={PEOPLE_PAGE}
          onPage={(page) => change({ page })}
        />
      </section>
      {openId && (
        <PersonDrawer
          key={openId}
          id={openId}
          roles={roles}
          onClose={() => navigate({ pathname: '/community/people', search })}
        />
      )}
      {merging && <MergeDialog onClose={() => setMerging(false)} />}
      {appointing && <AppointForm roles={roles} onClose={() => setAppointing(false)} />}
    </div>
  );
}

function NoPeople({
  people,
  view,
  change,
}: {
  people: ReturnType<typeof usePeople>;
  view: PeopleView;
  change: (some: Partial<PeopleView>) => void;
}) {
  if (!people.data) return <ListWaiting list={people} />;
  if (view.q || view.role || view.page > 1) {
    return (
      <StatePanel icon={<SearchX />} title="没有找到人">
        <Button onClick={() => change({ q: '', role: undefined, page: 1 })}>看全部</Button>
      </StatePanel>
    );
  }
  return <StatePanel icon={<Users />} title={TABS.find(({ when }) => when === view.when)?.empty ?? ''} />;
}

function readView(params: URLSearchParams): PeopleView {
  const when = TABS.find((tab) => tab.when === params.get('when'))?.when ?? 'now';
  const role = ROLES.find((one) => one === params.get('role'));
  return { when, role, q: params.get('q') ?? '', page: Math.max(1, Number(params.get('page')) || 1) };
}

function writeView({ when, role, q, page }: PeopleView): URLSearchParams {
  return new URLSearchParams({
    ...(when === 'now' ? {} : { when }),
    ...(role ? { role } : {}),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  });
}
