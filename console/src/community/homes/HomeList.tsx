import { Button, Pagination, Skeleton } from 'antd';
import { House, SearchX } from 'lucide-react';
import { asProblem } from '../../api/problem';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { ErrorState } from '../../shell/ErrorState';
import { StatePanel } from '../../shell/StatePanel';
import { HomeTable } from './HomeTable';
import type { HomeView } from './home-views';
import { HOME_PAGE, type useHomes } from './useHomes';

interface HomeListProps {
  homes: ReturnType<typeof useHomes>;
  view: HomeView;
  change: (some: Partial<HomeView>) => void;
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
  importable: boolean;
}

export function HomeList({ homes, view, change, importable, ...rows }: HomeListProps) {
  const { total = 0, items = [] } = homes.data ?? {};
  return (
    <>
      <StaleBanner queue={homes} />
      <div className={homes.isPlaceholderData ? 'queue-scroll turning' : 'queue-scroll'}>
        {items.length > 0 ? (
          <HomeTable items={items} {...rows} />
        ) : (
          <NoHomes homes={homes} view={view} change={change} importable={importable} />
        )}
      </div>
      <footer className="queue-foot">
        <span>共 {total} 套</span>
        {total > HOME_PAGE && (
          <Pagination
            simple={{ readOnly: true }}
            size="small"
            current={view.page}
            total={total}
            pageSize={HOME_PAGE}
            showSizeChanger={false}
            onChange={(page) => change({ page })}
          />
        )}
      </footer>
    </>
  );
}

function NoHomes({
  homes,
  view,
  change,
  importable,
}: Pick<HomeListProps, 'homes' | 'view' | 'change' | 'importable'>) {
  if (homes.isError && !homes.data)
    return <ErrorState problem={asProblem(homes.error)} onRetry={() => homes.refetch()} />;
  if (!homes.data) {
    return (
      <div className="queue-skeleton skeleton" aria-busy="true">
        <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
      </div>
    );
  }
  if (view.page > 1 || view.q || view.estateId) {
    return (
      <StatePanel icon={<SearchX />} title={view.q ? '没有这样的房屋' : '这里没有房屋'}>
        <Button onClick={() => change({ q: undefined, estateId: undefined, buildingId: undefined })}>
          看全部
        </Button>
      </StatePanel>
    );
  }
  return (
    <StatePanel
      icon={<House />}
      title="还没有登记房屋"
      note={importable ? '把业主台账存成 .xlsx，点右上角「导入表格」，先给您看一遍再写入。' : undefined}
    />
  );
}
