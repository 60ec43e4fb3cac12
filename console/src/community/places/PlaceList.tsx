import { Button } from 'antd';
import { QrCode, SearchX } from 'lucide-react';
import { Link } from 'react-router';
import type { PlaceSheet } from '../../api/contract';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { ListFoot } from '../../shell/ListFoot';
import { ListWaiting } from '../../shell/ListWaiting';
import { StatePanel } from '../../shell/StatePanel';
import { PlaceTable } from './PlaceTable';
import { type PlaceView, writeView } from './place-views';
import type { Retirement } from './RetirePlaceForm';
import { PLACE_PAGE, type usePlaces } from './usePlaces';

interface PlaceListProps {
  places: ReturnType<typeof usePlaces>;
  view: PlaceView;
  change: (some: Partial<PlaceView>) => void;
  chosen: ReadonlySet<string>;
  onChoose: (codes: string[], on: boolean) => void;
  onRetire: (place: PlaceSheet, how: Retirement) => void;
}

export function PlaceList({ places, view, change, ...table }: PlaceListProps) {
  const { counts, total = 0, items = [] } = places.data ?? {};
  return (
    <>
      <nav className="tabs" aria-label="看哪些码">
        {([false, true] as const).map((revoked) => (
          <Link
            key={String(revoked)}
            replace
            to={{ search: String(new URLSearchParams(writeView({ ...view, revoked, page: 1 }))) }}
            className={view.revoked === revoked ? 'on' : ''}
          >
            {revoked ? '停用的' : '在用的'}
            {counts && <em>{revoked ? counts.revoked : counts.in_force}</em>}
          </Link>
        ))}
      </nav>
      <StaleBanner queue={places} />
      <div className={places.isPlaceholderData ? 'queue-scroll turning' : 'queue-scroll'}>
        {items.length > 0 ? (
          <PlaceTable items={items} revoked={view.revoked} {...table} />
        ) : (
          <NoPlaces places={places} view={view} change={change} />
        )}
      </div>
      <ListFoot
        total={total}
        unit="个"
        page={view.page}
        pageSize={PLACE_PAGE}
        onPage={(page) => change({ page })}
      />
    </>
  );
}

function NoPlaces({ places, view, change }: Pick<PlaceListProps, 'places' | 'view' | 'change'>) {
  if (!places.data) return <ListWaiting list={places} />;
  if (view.page > 1 || view.q) {
    return (
      <StatePanel icon={<SearchX />} title={view.q ? '没有这样的码' : '这一页没有码了'}>
        <Button onClick={() => change({ q: undefined, page: 1 })}>看全部</Button>
      </StatePanel>
    );
  }
  return view.revoked ? (
    <StatePanel icon={<QrCode />} title="没有停用过码" />
  ) : (
    <StatePanel
      icon={<QrCode />}
      title="还没有做过码"
      note="贴在楼门口、小区门口，居民拿手机一扫，就知道是在哪里说的事。"
    />
  );
}
