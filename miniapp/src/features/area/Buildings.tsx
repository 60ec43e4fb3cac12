import { Input, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button';
import { pressable } from '../../components/pressable';
import type { Building, PublicPlace } from '../../request/contract';
import { useSeen } from '../../request/useSeen';
import { readCommunityMap } from './api';
import './buildings.css';

/** How many buildings a list shows before one has to search: no more than keep the screen within a thumb's reach. */
const MOST_SHOWN = 6;

/** What stands for all public places in the list, and shows them when it is sought. */
const PUBLIC = '公共地方';

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
  /** Where a garden or a gate may be meant as well. */
  onChoosePlace?: (place: PublicPlace) => void;
  /** What else can be done, with what is being sought. */
  otherwise?: (sought: string) => ReactNode;
}

/** A community's buildings, found by a few characters of their names; in a large one by their estate first. Public places beside them. */
export function Buildings({ id, communityId, onChoose, onChoosePlace, otherwise }: BuildingsProps) {
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
  // A map that an older version left on this phone has no places.
  const places = onChoosePlace ? (data.places ?? []) : [];
  const foundPlaces =
    sought === PUBLIC
      ? places
      : places.filter(({ label }) => sought !== '' && label.replace(/\s/g, '').includes(sought));
  return (
    <View className="col-s">
      <Input
        id={id}
        className="field"
        value={words}
        placeholder={onChoosePlace ? '找楼、找地方' : '找楼，如 安澜里 3'}
        aria-label={onChoosePlace ? '找一栋楼，或者一个公共地方' : '找一栋楼'}
        onInput={(event) => setWords(event.detail.value)}
      />
      <View className="where-list">
        {foundPlaces.map((place) => (
          <Choice
            key={place.id}
            name={place.label}
            beside={place.gridName ?? ''}
            onTap={() => onChoosePlace?.(place)}
          />
        ))}
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
        {sought === '' && places.length > 0 ? (
          <Choice name="花园、门口这些" beside={`${places.length} 处`} onTap={() => setWords(PUBLIC)} />
        ) : null}
        {more > 0 && !byEstate ? (
          <View className="t3 where-more">还有 {more} 处，在上面写几个字就能找到</View>
        ) : null}
        {found.length + foundPlaces.length === 0 ? (
          <View className="t3">没有找到「{words}」，换个说法试试</View>
        ) : null}
      </View>
      {otherwise?.(sought === PUBLIC ? '' : words.trim())}
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
