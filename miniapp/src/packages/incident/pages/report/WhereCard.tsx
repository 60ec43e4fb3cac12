import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { Wrong } from '../../../../components/Wrong';
import { locate } from '../../../../features/area/api';
import { Refusal, sentence } from '../../../../request/refusal';
import { BuildingPicks } from './BuildingPicks';
import { MyHomePicks } from './MyHomePicks';
import type { DraftWhere } from './report-draft';

/** Where it is: the place whose code was scanned, the phone's own position, or what was picked or said by hand. */
export function WhereCard({
  where,
  wrong,
  onChoose,
}: {
  where: DraftWhere | null;
  wrong: string | undefined;
  onChoose: (where: DraftWhere, words?: string) => void;
}) {
  const [picking, setPicking] = useState(where === null);
  const [finding, setFinding] = useState(false);
  const [told, setTold] = useState<string | null>(null);

  const picked = useRef(0);

  const choose = (next: DraftWhere, words?: string) => {
    picked.current += 1;
    onChoose(next, words);
    setPicking(false);
    setTold(null);
  };

  const findMe = async () => {
    setFinding(true);
    setTold(null);
    const before = picked.current;
    // Whoever picked by hand while the phone was still looking meant what they picked.
    const late = () => picked.current !== before;
    try {
      const found = await positionNow();
      if (!late()) choose(found);
    } catch (failure) {
      if (late()) return;
      setTold(
        failure instanceof Refusal ? sentence(failure) : '没拿到位置。自己选个地方，或者写一句，也能报',
      );
      setPicking(true);
    } finally {
      setFinding(false);
    }
  };

  return (
    <View className="col" id="report-place">
      <View className="row between">
        <View className="t1">在哪里</View>
        {where && !picking ? (
          <Button kind="plain" small id="report-place-change" onTap={() => setPicking(true)}>
            改一下
          </Button>
        ) : null}
      </View>
      {where ? (
        <View className="where-line">
          <Icon name="map-pin" small />
          <View className="grow">{where.label}</View>
          {where.gridName ? <View className="tag">{where.gridName}</View> : null}
        </View>
      ) : null}
      <Wrong words={wrong} />
      {told ? <View className="note note-wait">{told}</View> : null}
      {picking ? (
        <View className="col">
          <MyHomePicks onChoose={choose} />
          <View className="where-ways">
            <Button
              kind="soft"
              small
              icon="locate-fixed"
              id="report-locate"
              busy={finding}
              onTap={() => void findMe()}
            >
              {finding ? '正在找' : '用我现在的位置'}
            </Button>
          </View>
          <BuildingPicks onChoose={choose} />
        </View>
      ) : null}
    </View>
  );
}

/** Asks the phone where it is, and the server what is there. */
async function positionNow(): Promise<DraftWhere> {
  // A browser's position is WGS-84 whatever is asked for; WeChat gives what Chinese maps speak.
  const system = process.env.TARO_ENV === 'h5' ? ('wgs84' as const) : ('gcj02' as const);
  const { longitude, latitude } = await Taro.getLocation({ type: system });
  const point = { lng: longitude, lat: latitude, system };
  const found = await locate(point);
  const near = found.nearestBuilding;
  const label = near ? `${near.estateName} ${near.name}附近` : (found.community?.name ?? '我现在的位置');
  return { label, gridName: found.grid?.name ?? null, location: point };
}
