import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { readCommunities } from '../../../../features/area/api';
import { Buildings, Choice, nameOf } from '../../../../features/area/Buildings';
import { useSeen } from '../../../../request/useSeen';
import { useHere } from '../../../../session/here.store';
import type { DraftWhere } from './report-draft';

/** A building picked by hand; whoever came here first of all says which community it is in. */
export function BuildingPicks({ onChoose }: { onChoose: (where: DraftWhere) => void }) {
  const here = useHere((state) => state.here);
  if (!here) return <CommunityPicks />;
  return (
    <Buildings
      id="report-building-search"
      communityId={here.communityId}
      onChoose={(building) =>
        onChoose({ label: nameOf(building), gridName: building.gridName, buildingId: building.id })
      }
    />
  );
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
              gridId: null,
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
