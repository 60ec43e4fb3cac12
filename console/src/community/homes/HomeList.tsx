import { Button } from 'antd';
import { House, SearchX } from 'lucide-react';
import { StaleBanner } from '../../incidents/list/StaleBanner';
import { ListFoot } from '../../shell/ListFoot';
import { ListWaiting } from '../../shell/ListWaiting';
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
      <ListFoot
        total={total}
        unit="套"
        page={view.page}
        pageSize={HOME_PAGE}
        onPage={(page) => change({ page })}
      />
    </>
  );
}

function NoHomes({
  homes,
  view,
  change,
  importable,
}: Pick<HomeListProps, 'homes' | 'view' | 'change' | 'importable'>) {
  if (!homes.data) return <ListWaiting list={homes} />;
  if (view.page > 1 || view.q || view.estateId || view.buildingId) {
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
