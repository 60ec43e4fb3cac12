import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS } from '@linli/shared';
import { Button, type InputRef } from 'antd';
import { Building2, Plus, SearchX } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { FilterSelect } from '../../incidents/list/FilterSelect';
import { SearchField } from '../../incidents/list/SearchField';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { useListKeys } from '../../incidents/list/useListKeys';
import { useNeighbours } from '../../incidents/useNeighbours';
import { ListFoot } from '../../shell/ListFoot';
import { ListWaiting } from '../../shell/ListWaiting';
import { StatePanel } from '../../shell/StatePanel';
import { AddOrganisationForm } from './AddOrganisationForm';
import { OrganisationDrawer } from './OrganisationDrawer';
import { OrganisationTable } from './OrganisationTable';
import { ORGANISATION_PAGE, type OrganisationView, useOrganisationDesk } from './useOrganisationDesk';
import '../../incidents/incidents.css';
import '../../incidents/list/queue.css';
import '../people/people.css';
import './organisations.css';

const ROOT = '/community/organisations';
const TABS = [
  { dissolved: false, label: '现有' },
  { dissolved: true, label: '已解散' },
];
const KINDS = ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_LABELS[value] }));
const NONE: { id: string }[] = [];

/** 单位: who helps here, and beside the list the one that the address names. */
export function OrganisationsPage() {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  const organisations = useOrganisationDesk(view);
  const searchField = useRef<InputRef>(null);
  const [adding, setAdding] = useState(false);
  const { items = [], total = 0 } = organisations.data ?? {};
  const open = useCallback(
    (id: string) => navigate({ pathname: `${ROOT}/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: ROOT, search });
  const rows = organisations.data?.items ?? NONE;
  const neighbours = useNeighbours(rows, openId);
  const [cursor, setCursor] = useListKeys({ items: rows, openId, searchField, open, close });
  const change = (some: Partial<OrganisationView>) =>
    setParams(writeView({ ...view, page: 1, ...some }), { replace: true });
  return (
    <div className={openId ? 'work with-drawer' : 'work'}>
      <section className="queue" aria-label="单位">
        <div className="filters desk-filters">
          <nav className="people-when" aria-label="看哪些单位">
            {TABS.map(({ dissolved, label }) => (
              <Link
                key={label}
                to={{ search: `?${new URLSearchParams(writeView({ ...view, dissolved, page: 1 }))}` }}
                className={dissolved === view.dissolved ? 'chip on' : 'chip'}
                aria-current={dissolved === view.dissolved || undefined}
              >
                {label}
              </Link>
            ))}
          </nav>
          <FilterSelect
            label="类别"
            value={view.kind}
            options={KINDS}
            onChange={(kind) => change({ kind })}
          />
          <SearchField
            label="搜单位名字"
            value={view.q}
            onSearch={(q) => change({ q: q ?? '' })}
            field={searchField}
          />
          <span className="grow" />
          <Button type="primary" icon={<Plus />} onClick={() => setAdding(true)}>
            添加单位
          </Button>
        </div>
        <StaleBanner queue={organisations} />
        <div className={organisations.isPlaceholderData ? 'queue-scroll turning' : 'queue-scroll'}>
          {items.length > 0 ? (
            <OrganisationTable items={items} openId={openId} cursor={cursor} onPoint={setCursor} />
          ) : (
            <NoOrganisations organisations={organisations} view={view} change={change} />
          )}
        </div>
        <ListFoot
          total={total}
          unit="个"
          page={view.page}
          pageSize={ORGANISATION_PAGE}
          onPage={(page) => change({ page })}
        />
      </section>
      {openId && (
        <OrganisationDrawer key={openId} id={openId} neighbours={neighbours} onGo={open} onClose={close} />
      )}
      {adding && <AddOrganisationForm onAdded={open} onClose={() => setAdding(false)} />}
    </div>
  );
}

interface NoOrganisationsProps {
  organisations: ReturnType<typeof useOrganisationDesk>;
  view: OrganisationView;
  change: (some: Partial<OrganisationView>) => void;
}

function NoOrganisations({ organisations, view, change }: NoOrganisationsProps) {
  if (!organisations.data) return <ListWaiting list={organisations} />;
  if (view.q || view.kind || view.page > 1) {
    return (
      <StatePanel icon={<SearchX />} title="没有找到单位">
        <Button onClick={() => change({ q: '', kind: undefined, page: 1 })}>看全部</Button>
      </StatePanel>
    );
  }
  if (view.dissolved) return <StatePanel icon={<Building2 />} title="没有解散的单位" />;
  return (
    <StatePanel
      icon={<Building2 />}
      title="还没有单位"
      note="物业公司、业委会、志愿队、商家，添加以后才能把事情派给他们。"
    />
  );
}

function readView(params: URLSearchParams): OrganisationView {
  return {
    dissolved: params.get('when') === 'dissolved',
    kind: ORGANISATION_KINDS.find((one) => one === params.get('kind')),
    q: params.get('q') ?? '',
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  };
}

function writeView({ dissolved, kind, q, page }: OrganisationView): Record<string, string> {
  return {
    ...(dissolved ? { when: 'dissolved' } : {}),
    ...(kind ? { kind } : {}),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}
