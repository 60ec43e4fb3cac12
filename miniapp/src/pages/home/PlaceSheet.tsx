import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';
import { Sheet } from '../../components/Sheet';
import { useCommunities } from '../../features/area/hooks';
import { sentence } from '../../request/refusal';
import { useHere } from '../../session/here.store';

/** Choosing the community whose life the home screen shows. It is remembered on this phone. */
export function PlaceSheet({ onClose }: { onClose: () => void }) {
  const { here, arrive } = useHere();
  const { data, query } = useCommunities();
  return (
    <Sheet id="place" title="看哪个社区的事" closeWords="关上" onClose={onClose}>
      {!data && query.isError ? (
        <View className="col">
          <View className="soft">{sentence(query.error)}</View>
          <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
            再试一次
          </Button>
        </View>
      ) : null}
      {data?.items.map(({ id, name, subdistrictName }) => {
        const chosen = id === here?.communityId;
        const choose = () => {
          // Choosing where one already is keeps the place that was scanned.
          if (!chosen) {
            arrive({
              communityId: id,
              communityName: name,
              gridId: null,
              gridName: null,
              placeCode: null,
              placeLabel: null,
            });
          }
          onClose();
        };
        return (
          <View
            key={id}
            className="choice"
            aria-role="button"
            role="button"
            aria-pressed={chosen}
            {...pressable(choose)}
            onClick={choose}
          >
            <View className="grow">
              <View className="t2">{name}</View>
              <View className="t3">{subdistrictName}</View>
            </View>
            {chosen ? <Icon name="check" className="choice-mark" /> : null}
          </View>
        );
      })}
    </Sheet>
  );
}
