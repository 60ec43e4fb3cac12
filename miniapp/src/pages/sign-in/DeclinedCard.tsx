import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { goHome } from '../../components/places';
import { useWorkerCard } from '../../features/contact/hooks';
import { WorkerLines } from '../../features/contact/WorkerLines';
import { useHere } from '../../session/here.store';

/** Who does not agree goes on reading, and has somebody to call. */
export function DeclinedCard() {
  const here = useHere((state) => state.here);
  const { data } = useWorkerCard(here);
  return (
    <View className="card col" id="privacy-declined">
      <View className="t1">不登录也可以</View>
      <View className="soft">公开的事和通知照样看。有事要说，给社区打电话也一样办</View>
      {data ? <WorkerLines card={data} /> : null}
      <Button kind="soft" id="read-on" onTap={goHome}>
        先看看
      </Button>
    </View>
  );
}
