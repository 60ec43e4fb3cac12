import { INCIDENT_STATE_LABELS, INCIDENT_STATES } from '@linli/shared';
import { Button } from 'antd';
import { $api } from '../../api/client';
import {
  hasNarrowing,
  NOTHING_NARROWED,
  type QueueFilters,
  RECENT_DAYS,
  UNASSIGNED_GRID,
} from '../queue-filters';
import { useStaffCommunities } from '../useStaffCommunities';
import { FilterSelect } from './FilterSelect';

interface QueueFilterBarProps {
  filters: QueueFilters;
  change: (some: Partial<QueueFilters>) => void;
}

const STATES = INCIDENT_STATES.map((state) => ({ value: state, label: INCIDENT_STATE_LABELS[state] }));
const DAYS = RECENT_DAYS.map((days) => ({ value: days, label: days === 1 ? '今天' : `最近 ${days} 天` }));

export function QueueFilterBar({ filters, change }: QueueFilterBarProps) {
  const communities = useStaffCommunities();
  const categories = $api.useQuery(
    'get',
    '/api/incident-categories',
    {},
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const several = communities.length > 1;
  const grids = communities.flatMap(({ community, grids }) =>
    grids.map((grid) => ({ value: grid.id, label: several ? `${community.name} ${grid.name}` : grid.name })),
  );
  return (
    <fieldset className="filters">
      <legend className="visually-hidden">筛选</legend>
      <FilterSelect
        label="网格"
        value={filters.grid}
        options={[...grids, { value: UNASSIGNED_GRID, label: '未分配' }]}
        onChange={(grid) => change({ grid })}
      />
      <FilterSelect
        label="类别"
        value={filters.category}
        options={categories.data?.items.map((c) => ({ value: c.code, label: c.label })) ?? []}
        onChange={(category) => change({ category })}
      />
      <FilterSelect
        label="状态"
        value={filters.state}
        options={STATES}
        onChange={(state) => change({ state })}
      />
      <FilterSelect
        label="来源"
        value={filters.source}
        options={[{ value: 'hotline', label: '12345 热线' }]}
        onChange={(source) => change({ source })}
      />
      <FilterSelect label="时间" value={filters.days} options={DAYS} onChange={(days) => change({ days })} />
      {hasNarrowing(filters) && (
        <Button type="text" onClick={() => change(NOTHING_NARROWED)}>
          清空
        </Button>
      )}
    </fieldset>
  );
}
