import { MEMBER_STATE_LABELS, MEMBER_STATES, type MemberState } from '@linli/shared';
import type { InputRef } from 'antd';
import { Button } from 'antd';
import { House, SearchX, UserPlus } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { MemberLine } from '../../api/contract';
import { FilterSelect } from '../../incidents/list/FilterSelect';
import { SearchField } from '../../incidents/list/SearchField';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { useListKeys } from '../../incidents/list/useListKeys';
import { useNeighbours } from '../../incidents/useNeighbours';
import { ListFoot } from '../../shell/ListFoot';
import { ListWaiting } from '../../shell/ListWaiting';
import { StatePanel } from '../../shell/StatePanel';
import { EnterMemberForm } from './EnterMemberForm';
import { HouseholdDrawer } from './HouseholdDrawer';
import { HouseholdTable } from './HouseholdTable';
import { useBuildingChoices } from './useBuildingChoices';
import { HOUSEHOLD_PAGE, type HouseholdView, useHouseholds } from './useHouseholds';
import { WhyDialog } from './WhyDialog';
import '../../incidents/incidents.css';
import '../../incidents/list/queue.css';
import '../people/people.css';
import './households.css';

const ROOT = '/community/households';
const NONE: MemberLine[] = [];

/** 住户: who says they live where, who does, and who did; beside the list the one that the address names. */
export function HouseholdsPage() {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  const households = useHouseholds(view);
  const searchField = useRef<InputRef>(null);
  const [entering, setEntering] = useState(false);
  const [asked, setAsked] = useState<{ member: MemberLine; decision: 'refuse' | 'end' } | null>(null);
  const change = (some: Partial<HouseholdView>) => {
    setParams(writeView({ ...view, page: 1, ...some }), { replace: true });
  };
  const { counts, total = 0, items = NONE } = households.data ?? {};
  const neighbours = useNeighbours(items, openId);
  const open = useCallback(
    (id: string) => navigate({ pathname: `${ROOT}/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: ROOT, search });
  const [cursor, setCursor] = useListKeys({ items, openId, searchField, open, close });
  const ask = (member: MemberLine, decision: 'refuse' | 'end') => setAsked({ member, decision });
  return (
    <div className={openId ? 'work with-drawer' : 'work'}>
      <section className="queue" aria-label="住户">
        <div className="filters desk-filters">
          <BuildingFilter value={view.buildingId} onChange={(buildingId) => change({ buildingId })} />
          <SearchField
            label="搜姓名或者房号"
            value={view.q}
            onSearch={(q) => change({ q: q ?? '' })}
            field={searchField}
          />
          <span className="grow" />
          <Button icon={<UserPlus />} onClick={() => setEntering(true)}>
            登记没有手机的住户
          </Button>
        </div>
        <nav className="tabs" aria-label="看哪些住户">
          {MEMBER_STATES.map((state) => (
            <Link
              key={state}
              replace
              to={{ search: String(new URLSearchParams(writeView({ ...view, state, page: 1 }))) }}
              className={view.state === state ? 'on' : ''}
            >
              {MEMBER_STATE_LABELS[state]}
              {counts && (
                <em className={state === 'claimed' && counts.claimed > 0 ? 'wait' : ''}>{counts[state]}</em>
              )}
            </Link>
          ))}
        </nav>
        <StaleBanner queue={households} />
        <div className={households.isPlaceholderData ? 'queue-scroll turning' : 'queue-scroll'}>
          {items.length > 0 ? (
            <HouseholdTable items={items} openId={openId} cursor={cursor} onPoint={setCursor} onAsk={ask} />
          ) : (
            <NoHouseholds households={households} view={view} change={change} />
          )}
        </div>
        <ListFoot
          total={total}
          unit="条"
          page={view.page}
          pageSize={HOUSEHOLD_PAGE}
          onPage={(page) => change({ page })}
        />
      </section>
      {openId && (
        <HouseholdDrawer
          key={openId}
          id={openId}
          neighbours={neighbours}
          onGo={open}
          onClose={close}
          onAsk={ask}
        />
      )}
      {asked && <WhyDialog key={asked.member.id} {...asked} onClose={() => setAsked(null)} />}
      {entering && <EnterMemberForm onEntered={open} onClose={() => setEntering(false)} />}
    </div>
  );
}

interface NoHouseholdsProps {
  households: ReturnType<typeof useHouseholds>;
  view: HouseholdView;
  change: (some: Partial<HouseholdView>) => void;
}

function NoHouseholds({ households, view, change }: NoHouseholdsProps) {
  if (!households.data) return <ListWaiting list={households} />;
  if (view.q || view.buildingId || view.page > 1) {
    return (
      <StatePanel icon={<SearchX />} title="没有找到">
        <Button onClick={() => change({ q: '', buildingId: undefined, page: 1 })}>看全部</Button>
      </StatePanel>
    );
  }
  return (
    <StatePanel
      icon={<House />}
      title={view.state === 'claimed' ? '没有等确认的认领' : `没有${MEMBER_STATE_LABELS[view.state]}的住户`}
      note="居民在小程序「我的 → 我家」里认领，楼长或者社区确认。"
    />
  );
}

function readView(params: URLSearchParams): HouseholdView {
  const state: MemberState = MEMBER_STATES.find((one) => one === params.get('state')) ?? 'claimed';
  return {
    state,
    buildingId: params.get('building') ?? undefined,
    q: params.get('q') ?? '',
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  };
}

function writeView({ state, buildingId, q, page }: HouseholdView): Record<string, string> {
  return {
    state,
    ...(buildingId ? { building: buildingId } : {}),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

interface BuildingFilterProps {
  value: string | undefined;
  onChange: (buildingId: string | undefined) => void;
}

function BuildingFilter({ value, onChange }: BuildingFilterProps) {
  const options = useBuildingChoices();
  return <FilterSelect label="楼栋" searchable value={value} options={options} onChange={onChange} />;
}
