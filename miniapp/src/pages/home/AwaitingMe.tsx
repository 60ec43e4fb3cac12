import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { incidentPage } from '../../components/IncidentRow';
import { useMyIncidents } from '../../features/incident/hooks';
import { absolute } from '../../request/api-base';

/** Something I reported is said to be done: I am asked to have a look. */
export function AwaitingMe() {
  const { items } = useMyIncidents();
  const card = items?.find(({ awaitingMe }) => awaitingMe);
  if (!card) return null;
  return (
    <View className="card row wrap">
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
      <Button
        kind="soft"
        small
        id="go-confirm"
        onTap={() => void Taro.navigateTo({ url: incidentPage(card.id) })}
      >
        去确认
      </Button>
    </View>
  );
}
