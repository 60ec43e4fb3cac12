import { ROLE_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { OfflineBanner } from '../../components/OfflineBanner';
import { goMyBuilding } from '../../components/places';
import { pressable } from '../../components/pressable';
import { useWorkerCard } from '../../features/contact/hooks';
import { WorkerLines } from '../../features/contact/WorkerLines';
import type { WorkerCard } from '../../request/contract';
import { sentence } from '../../request/refusal';
import { useHere } from '../../session/here.store';

/** 我的网格员: who serves the place where I am, and a way to call. */
export function MyWorkerCard() {
  const here = useHere((state) => state.here);
  const { data, query, seenAtMs } = useWorkerCard(here);
  if (here === null) return null;
  const known = here.gridId !== null;
  return (
    <View className="card col" id="my-worker">
      <View className="row between">
        <View className="t1">{known ? '我的网格员' : '有事找谁'}</View>
        {known ? <MyGrid name={here.gridName ?? ''} /> : <View className="soft">{here.communityName}</View>}
      </View>
      <OfflineBanner seenAtMs={seenAtMs} />
      {data && known && nobodyOf(data) ? (
        <View className="soft" id="no-grid-worker">
          {data.dutyPhone ? '这个网格还没有网格员，先打社区电话' : '这个网格还没有网格员'}
        </View>
      ) : null}
      {data ? <WorkerLines card={data} /> : null}
      {data && !data.dutyPhone && data.workers.every(({ phone }) => phone === null) ? (
        <View className="soft">这里还没有公开的电话。有事点上面的「随手拍」，会有人回您</View>
      ) : null}
      {!data && query.isError ? (
        <>
          <View className="soft">{sentence(query.error)}</View>
          <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
            再试一次
          </Button>
        </>
      ) : null}
      {!data && !query.isError ? <View className="soft">正在看这里有事找谁</View> : null}
      {known ? null : (
        <Button kind="outline" small id="choose-my-building" icon="map-pin" onTap={goMyBuilding}>
          选一下您住的楼，看看您的网格员
        </Button>
      )}
    </View>
  );
}

/** Whether nobody is posted to the grid; community workers who may be called stand beside. */
const nobodyOf = ({ workers }: WorkerCard) =>
  workers.every(({ roleLabel }) => roleLabel !== ROLE_LABELS.grid_worker);

/** Which grid it is, and a tap to say that one lives in another. */
function MyGrid({ name }: { name: string }) {
  return (
    <View
      id="change-my-building"
      className="my-grid soft"
      aria-role="link"
      role="link"
      aria-label={`${name}，换成我住的楼`}
      ariaLabel={`${name}，换成我住的楼`}
      {...pressable(goMyBuilding)}
      onClick={goMyBuilding}
    >
      <View>{name}</View>
      <Icon name="chevron-right" small />
    </View>
  );
}
