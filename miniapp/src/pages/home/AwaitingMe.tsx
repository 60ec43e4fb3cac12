import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { incidentPage } from '../../components/IncidentRow';
import { goMine } from '../../components/places';
import { useMyIncidents } from '../../features/incident/hooks';
import { absolute } from '../../request/api-base';

/** Something I reported is said to be done: I am asked to have a look. */
export function AwaitingMe() {
  const { items } = useMyIncidents();
  // Whoever reports and handles both has moves of another kind too; those stand on the workbench.
  const waiting = items?.filter(({ awaitingMe, state }) => awaitingMe && state === 'resolved') ?? [];
  const card = waiting[0];
  if (!card) return null;
  const more = waiting.length - 1;
  return (
    <View className="card awaiting" id="awaiting-me">
      <View className="row grow">
        <View className="thumb">
          {card.coverUrl ? (
            <Image className="thumb-image" src={absolute(card.coverUrl)} mode="aspectFill" ariaLabel="照片" />
          ) : (
            <Icon name={card.category.icon} />
          )}
        </View>
        <View className="grow">
          <View className="t2">{card.title}</View>
          <View className="t3">说是办好了，等您看一眼</View>
        </View>
      </View>
      <Button
        kind="soft"
        small
        id="go-confirm"
        onTap={() => void Taro.navigateTo({ url: incidentPage(card.id) })}
      >
        去确认
      </Button>
      {more > 0 ? (
        <Button kind="plain" small onTap={goMine}>
          还有 {more} 件等您确认
        </Button>
      ) : null}
    </View>
  );
}
