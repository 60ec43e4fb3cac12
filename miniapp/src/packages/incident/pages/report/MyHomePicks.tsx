import { View } from '@tarojs/components';
import { readCommunityMap } from '../../../../features/area/api';
import { Choice, nameOf } from '../../../../features/area/Buildings';
import { useConfirmedHomes } from '../../../../features/household/hooks';
import { useSeen } from '../../../../request/useSeen';
import type { DraftWhere } from './report-draft';

type Choose = (where: DraftWhere) => void;

/** Whoever has a confirmed home need not look for its building; to everybody else there is nothing here. */
export function MyHomePicks({ onChoose }: { onChoose: Choose }) {
  const homes = useConfirmedHomes();
  if (homes.length === 0) return null;
  return (
    <View className="where-list" id="report-my-homes">
      {homes.map(({ buildingId, communityId }) => (
        <MyHome key={buildingId} {...{ buildingId, communityId, onChoose }} />
      ))}
    </View>
  );
}

/** By the name that its building has on the map; one that is drawn no more is not offered. */
function MyHome(home: { buildingId: string; communityId: string; onChoose: Choose }) {
  const { buildingId, communityId, onChoose } = home;
  const { data } = useSeen(['map', communityId], () => readCommunityMap(communityId));
  const building = data?.buildings.find(({ id }) => id === buildingId);
  if (building === undefined) return null;
  const { gridName } = building;
  return (
    <Choice
      name={`我家 ${nameOf(building)}`}
      beside={gridName}
      onTap={() => onChoose({ label: nameOf(building), gridName, buildingId })}
    />
  );
}
