import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { pressable } from '../../../../components/pressable';
import { useDoors } from '../../../../features/household/hooks';

interface Props {
  buildingId: string;
  homeId: string | null;
  onChoose: (homeId: string) => void;
}

/** The entrances of a building and the rooms of the one that is chosen. */
export function DoorPicks({ buildingId, homeId, onChoose }: Props) {
  const { data, query } = useDoors(buildingId);
  const [opened, setOpened] = useState<string>();
  if (!data) {
    return query.isError ? (
      <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
        房号没取到，再试一次
      </Button>
    ) : (
      <View className="skeleton" />
    );
  }
  const { entrances } = data;
  const chosen =
    entrances.find(({ id }) => id === opened) ??
    entrances.find(({ homes }) => homes.some(({ id }) => id === homeId)) ??
    (entrances.length === 1 ? entrances[0] : undefined);
  if (entrances.length === 0) {
    return <View className="card soft">这栋楼的房号还没有登记，请联系社区</View>;
  }
  return (
    <View className="card col">
      <View className="t2">哪个单元</View>
      <View className="pick-row" id="claim-entrances">
        {entrances.map(({ id, name }) => (
          <Pick key={id} words={name} on={id === chosen?.id} onTap={() => setOpened(id)} />
        ))}
      </View>
      {chosen ? (
        <>
          <View className="t2">哪一户</View>
          <View className="pick-row" id="claim-rooms">
            {chosen.homes.map(({ id, room }) => (
              <Pick key={id} words={room} on={id === homeId} onTap={() => onChoose(id)} />
            ))}
          </View>
        </>
      ) : null}
    </View>
  );
}

function Pick({ words, on, onTap }: { words: string; on: boolean; onTap: () => void }) {
  return (
    <View
      className={`pick ${on ? 'pick-on' : ''}`}
      aria-role="radio"
      role="radio"
      aria-checked={on}
      {...pressable(onTap)}
      onClick={onTap}
    >
      {words}
    </View>
  );
}
