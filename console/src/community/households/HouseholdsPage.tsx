import { MEMBER_STATE_LABELS, MEMBER_STATES, type MemberState } from '@linli/shared';
import type { InputRef } from 'antd';
import { Button } from 'antd';
import { House, SearchX } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MemberLine } from '../../api/contract';
import { SearchField } from '../../incidents/list/SearchField';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { ListFoot } from '../../shell/ListFoot';
import { ListWaiting } from '../../shell/ListWaiting';
import { StatePanel } from '../../shell/StatePanel';
import { HouseholdTable } from './HouseholdTable';
import { HOUSEHOLD_PAGE, type HouseholdView, useHouseholds } from './useHouseholds';
import { WhyDialog } from './WhyDialog';
import '../../incidents/list/queue.css';
import './households.css';

/** 住户: who says they live where, who does, and who did. */
export function HouseholdsPage() {
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  const households = useHouseholds(view);
  const searchField = useRef<InputRef>(null);
  const [asked, setAsked] = useState<{ member: MemberLine; decision: 'refuse' | 'end' } | null>(null);
  const change = (some: Partial<HouseholdView>) => {
    const { state, q, page } = { ...view, page: 1, ...some };
    setParams({ state, ...(q ? { q } : {}), ...(page > 1 ? { page: String(page) } : {}) }, { replace: true });
  };
  const { counts, total = 0, items = [] } = households.data ?? {};
  return (
    <section className="queue" aria-label="住户">
      <div className="filters">
        <SearchField
          label="搜姓名或者房号"
          value={view.q}
          onSearch={(q) => change({ q })}
          field={searchField}
        />
      </div>
      <nav className="tabs" aria-label="看哪些住户">
        {MEMBER_STATES.map((state) => (
          <Link
            key={state}
            replace
            to={{ search: String(new URLSearchParams({ state, ...(view.q ? { q: view.q } : {}) })) }}
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
          <HouseholdTable items={items} onAsk={(member, decision) => setAsked({ member, decision })} />
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
      {asked && <WhyDialog key={asked.member.id} {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface NoHouseholdsProps {
  households: ReturnType<typeof useHouseholds>;
  view: HouseholdView;
  change: (some: Partial<HouseholdView>) => void;
}

function NoHouseholds({ households, view, change }: NoHouseholdsProps) {
  if (!households.data) return <ListWaiting list={households} />;
  if (view.q || view.page > 1) {
    return (
      <StatePanel icon={<SearchX />} title="没有找到">
        <Button onClick={() => change({ q: '', page: 1 })}>看全部</Button>
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
  return { state, q: params.get('q') ?? '', page: Math.max(1, Number(params.get('page')) || 1) };
}
