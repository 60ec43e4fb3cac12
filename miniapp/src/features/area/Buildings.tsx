import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { pressable } from '../../components/pressable';
import type { Building } from '../../request/contract';
import { useSeen } from '../../request/useSeen';
import { readCommunityMap } from './api';
import './buildings.css';

/** How many buildings a list shows before one has to search: no more than keep the screen within a thumb's reach. */
const MOST_SHOWN = 6;

/** One line to be picked. */
export function Choice({ name, beside, onTap }: { name: string; beside: string; onTap: () => void }) {
  return (
    <View className="where-choice" aria-role="button" role="button" {...pressable(onTap)} onClick={onTap}>
      <View>{name}</View>
      <View className="t3">{beside}</View>
    </View>
  );
}

interface BuildingsProps {
  /** The field's own id. */
  id: string;
  communityId: string;
  onChoose: (building: Building) => void;
}

/** A community's buildings, found by a few characters of their names; in a large one by their estate first. */
export function Buildings({ id, communityId, onChoose }: BuildingsProps) {
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
  const estates = estatesOf(data.buildings);
  const byEstate = sought === '' && estates.length > MOST_SHOWN;
  // Who has chosen an estate need not know how to write the rest.
  const shown = estates.some(({ name }) => name === sought) ? found : found.slice(0, MOST_SHOWN);
  const more = found.length - shown.length;
  return (
    <View className="col-s">
      <Input
        id={id}
        className="field"
        value={words}
        placeholder="找楼，如 安澜里 3"
        aria-label="找一栋楼"
        onInput={(event) => setWords(event.detail.value)}
      />
      <View className="where-list">
        {byEstate
          ? estates.map(({ name, many }) => (
              <Choice key={name} name={name} beside={`${many} 栋楼`} onTap={() => setWords(name)} />
            ))
          : shown.map((building) => (
              <Choice
                key={building.id}
                name={nameOf(building)}
                beside={building.gridName}
                onTap={() => onChoose(building)}
              />
            ))}
        {more > 0 && !byEstate ? (
          <View className="t3 where-more">还有 {more} 处，在上面写几个字就能找到</View>
        ) : null}
        {found.length === 0 ? <View className="t3">没有找到「{words}」，换个说法试试</View> : null}
      </View>
    </View>
  );
}

/** In the order of their buildings, each with how many it has. */
function estatesOf(buildings: readonly Building[]): { name: string; many: number }[] {
  const many = new Map<string, number>();
  for (const { estateName } of buildings) many.set(estateName, (many.get(estateName) ?? 0) + 1);
  return [...many].map(([name, count]) => ({ name, many: count }));
}

export function nameOf(building: Building): string {
  return building.name.startsWith(building.estateName)
    ? building.name
    : `${building.estateName} ${building.name}`;
}
