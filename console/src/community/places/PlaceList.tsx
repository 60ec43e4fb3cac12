import { Button, Pagination, Skeleton } from 'antd';
import { QrCode, SearchX } from 'lucide-react';
import type { PlaceSheet } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { ErrorState } from '../../shell/ErrorState';
import { StatePanel } from '../../shell/StatePanel';
import { PlaceTable } from './PlaceTable';
import type { PlaceView } from './place-views';
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
          <a
            key={String(revoked)}
            href={revoked ? '#revoked' : '#in-force'}
            className={view.revoked === revoked ? 'on' : ''}
            onClick={(e) => {
              e.preventDefault();
              change({ revoked });
            }}
          >
            {revoked ? '停用的' : '在用的'}
            {counts && <em>{revoked ? counts.revoked : counts.in_force}</em>}
          </a>
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
      <footer className="queue-foot">
        <span>共 {total} 个</span>
        {total > PLACE_PAGE && (
          <Pagination
            simple={{ readOnly: true }}
            size="small"
            current={view.page}
            total={total}
            pageSize={PLACE_PAGE}
            showSizeChanger={false}
            onChange={(page) => change({ page })}
          />
        )}
      </footer>
    </>
  );
}

function NoPlaces({ places, view, change }: Pick<PlaceListProps, 'places' | 'view' | 'change'>) {
  if (places.isError && !places.data)
    return <ErrorState problem={asProblem(places.error)} onRetry={() => places.refetch()} />;
  if (!places.data) {
    return (
      <div className="queue-skeleton skeleton" aria-busy="true">
        <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
      </div>
    );
  }
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
