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

/** A building picked by hand; whoever came here first of all says which community it is in. */
export function BuildingPicks({ onChoose }: { onChoose: (where: DraftWhere) => void }) {
  const here = useHere((state) => state.here);
  return here ? <Buildings communityId={here.communityId} onChoose={onChoose} /> : <CommunityPicks />;
}

function CommunityPicks() {
  const arrive = useHere((state) => state.arrive);
  const { data, query } = useSeen(['communities'], readCommunities);
  if (!data) {
    return query.isError ? (
      <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
        社区没取到，再试一次
      </Button>
    ) : (
      <View className="skeleton" />
    );
  }
  return (
    <View className="where-list">
      <View className="t3">您在哪个社区</View>
      {data.items.map(({ id, name, subdistrictName }) => (
        <Choice
          key={id}
          name={name}
          beside={subdistrictName}
          onTap={() =>
            arrive({
              communityId: id,
              communityName: name,
              gridName: null,
              placeCode: null,
              placeLabel: null,
            })
          }
        />
      ))}
    </View>
  );
}

function Choice({ name, beside, onTap }: { name: string; beside: string; onTap: () => void }) {
  return (
    <View className="where-choice" aria-role="button" role="button" {...pressable(onTap)} onClick={onTap}>
      <View>{name}</View>
      <View className="t3">{beside}</View>
    </View>
  );
}

interface BuildingsProps {
  communityId: string;
  onChoose: (where: DraftWhere) => void;
}

function Buildings({ communityId, onChoose }: BuildingsProps) {
  const [words, setWords] = useState('');
  const { data, query } = useSeen(['map', communityId], () => readCommunityMap(communityId));
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
        placeholder="找楼，如 安澜里 3"
        aria-label="找一栋楼"
        onInput={(event) => setWords(event.detail.value)}
      />
      <View className="where-list">
        {found.slice(0, MOST_SHOWN).map((building) => (
          <Choice
            key={building.id}
            name={nameOf(building)}
            beside={building.gridName}
            onTap={() =>
              onChoose({ label: nameOf(building), gridName: building.gridName, buildingId: building.id })
            }
          />
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
