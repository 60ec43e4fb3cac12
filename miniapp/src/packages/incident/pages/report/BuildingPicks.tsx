import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { readCommunities } from '../../../../features/area/api';
import { Buildings, Choice, nameOf } from '../../../../features/area/Buildings';
import { useSeen } from '../../../../request/useSeen';
import { useHere } from '../../../../session/here.store';
import { type DraftWhere, inWords } from './report-draft';

/** A building or a public place picked by hand, or a community and words; whoever came here first of all says which community it is. */
export function BuildingPicks({
  onChoose,
}: {
  /** `words` is what they were looking for when it was nothing we know. */
  onChoose: (where: DraftWhere, words?: string) => void;
}) {
  const here = useHere((state) => state.here);
  const [elsewhere, setElsewhere] = useState(false);
  if (!here || elsewhere) return <CommunityPicks onChosen={() => setElsewhere(false)} />;
  const { communityId, communityName } = here;
  return (
    <Buildings
      id="report-building-search"
      communityId={communityId}
      onChoose={(building) =>
        onChoose({ label: nameOf(building), gridName: building.gridName, buildingId: building.id })
      }
      onChoosePlace={({ id, label, gridName, location }) =>
        onChoose({ label, gridName, placeId: id, spot: location })
      }
      otherwise={(sought) => (
        <View className="col-s">
          <Button
            kind="outline"
            small
            icon="pencil"
            id="report-place-in-words"
            onTap={() => onChoose(inWords(here), sought)}
          >
            都不是，写一句在哪里
          </Button>
          <Button kind="plain" small id="report-other-community" onTap={() => setElsewhere(true)}>
            不在{communityName}？换一个
          </Button>
        </View>
      )}
    />
  );
}

function CommunityPicks({ onChosen }: { onChosen: () => void }) {
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
      <View className="t3">在哪个社区</View>
      {data.items.map(({ id, name, subdistrictName }) => (
        <Choice
          key={id}
          name={name}
          beside={subdistrictName}
          onTap={() => {
            arrive({
              communityId: id,
              communityName: name,
              gridId: null,
              gridName: null,
              placeCode: null,
              placeLabel: null,
            });
            onChosen();
          }}
        />
      ))}
    </View>
  );
}
