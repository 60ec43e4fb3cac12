import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { pressable } from '../../../../components/pressable';
import { readCommunities, readCommunityMap } from '../../../../features/area/api';
import type { Building } from '../../../../request/contract';
import { useSeen } from '../../../../request/useSeen';
import { useHere } from '../../../../session/here.store';
import type { DraftWhere } from './report-draft';

/** How many buildings a list shows before one has to search: no more than keep the form within a thumb's reach. */
const MOST_SHOWN = 6;

export function BuildingPicks({ onChoose }: { onChoose: (where: DraftWhere) => void }) {
  const here = useHere((state) => state.here);
  const [words, setWords] = useState('');
  const communityId = here?.communityId ?? '';
  const { data, query } = useSeen(['map', communityId], () => readCommunityMap(communityId), {
    enabled: communityId !== '',
  });
  if (communityId === '') return <View className="t3">先回「邻里」选您的社区</View>;
  if (!data) {
    return query.isError ? (
      <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
        楼栋没取到，再试一次
      </Button>
    ) : (
      <View className="skeleton" />
    );
  }
  const sought = words.replace(/\s/g, '');
  const found = data.buildings.filter((one) => nameOf(one).replace(/\s/g, '').includes(sought));
  return (
    <View className="col-s">
      <Input
        id="report-building-search"
        className="field"
        value={words}
        placeholder="找一栋楼，比如：安澜里 3"
        aria-label="找一栋楼"
        onInput={(event) => setWords(event.detail.value)}
      />
      <View className="where-list">
        {found.slice(0, MOST_SHOWN).map((building) => (
          <View
            key={building.id}
            className="where-choice"
            aria-role="button"
            role="button"
            onClick={() =>
              onChoose({ label: nameOf(building), gridName: building.gridName, buildingId: building.id })
            }
          >
            <View>{nameOf(building)}</View>
            <View className="t3">{building.gridName}</View>
          </View>
        ))}
        {found.length > MOST_SHOWN ? (
          <View className="t3 where-more">还有 {found.length - MOST_SHOWN} 处，在上面写几个字就能找到</View>
        ) : null}
        {found.length === 0 ? <View className="t3">没有找到「{words}」，换个说法试试</View> : null}
      </View>
    </View>
  );
}

function nameOf(building: Building): string {
  return building.name.startsWith(building.estateName)
    ? building.name
    : `${building.estateName} ${building.name}`;
}

