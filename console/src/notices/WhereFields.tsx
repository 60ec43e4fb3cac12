import { LIMITS, type NoticeReach } from '@linli/shared';
import { Checkbox, Radio, Select } from 'antd';
import type { CommunityMap } from '../api/contract';
import { Field } from '../forms/Field';
import { SEARCHED } from '../forms/searched';
import type { NoticeDraft } from './notice-draft';

const REACHES: { value: NoticeReach; label: string }[] = [
  { value: 'community', label: '全社区' },
  { value: 'grid', label: '选网格' },
  { value: 'building', label: '选楼' },
];

interface WhereFieldsProps {
  draft: NoticeDraft;
  change: (some: Partial<NoticeDraft>) => void;
  communities: CommunityMap[];
  wrong: string | null | false | undefined;
}

/** For whom: everybody in the community, some grids, or some buildings, found by their grid or by typing. */
export function WhereFields({ draft, change, communities, wrong }: WhereFieldsProps) {
  const chosen = communities.find(({ community }) => community.id === draft.communityId);
  return (
    <Field label="发给谁" error={wrong}>
      {communities.length > 1 && (
        <Select
          aria-label="哪个社区"
          placeholder="选一个社区"
          value={draft.communityId}
          options={communities.map(({ community }) => ({ value: community.id, label: community.name }))}
          onChange={(communityId: string) => change({ communityId, gridIds: [], buildingIds: [] })}
        />
      )}
      <Radio.Group
        aria-label="发给谁"
        optionType="button"
        options={REACHES}
        value={draft.reach}
        onChange={(e) => change({ reach: e.target.value })}
      />
      {chosen && draft.reach === 'grid' && (
        <Checkbox.Group
          aria-label="哪些网格"
          options={chosen.grids.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.gridIds}
          onChange={(gridIds) => change({ gridIds })}
        />
      )}
      {chosen && draft.reach === 'building' && (
        <Select
          aria-label="哪些楼"
          mode="multiple"
          placeholder="选楼，可以打字找"
          maxCount={LIMITS.noticeAreas}
          showSearch={SEARCHED}
          value={draft.buildingIds}
          options={byGrid(chosen)}
          notFoundContent="没有这栋楼"
          onChange={(buildingIds: string[]) => change({ buildingIds })}
        />
      )}
    </Field>
  );
}

/** The tree below a community, as a list in groups. */
function byGrid({ grids, buildings }: CommunityMap) {
  return grids.map((grid) => ({
    label: grid.name,
    options: buildings
      .filter(({ gridId }) => gridId === grid.id)
      .map(({ id, name, estateName }) => ({ value: id, label: `${estateName} ${name}` })),
  }));
}
