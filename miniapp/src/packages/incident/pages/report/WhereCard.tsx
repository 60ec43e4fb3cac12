import { Input, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { Wrong } from '../../../../components/Wrong';
import { locate, readCommunityMap } from '../../../../features/area/api';
import type { Building } from '../../../../request/contract';
import { Refusal, sentence } from '../../../../request/refusal';
import { useSeen } from '../../../../request/useSeen';
import { useHere } from '../../../../session/here.store';
import type { DraftWhere } from './report-draft';

/** How many buildings a list shows before one has to search: no more than keep the form within a thumb's reach. */
const MOST_SHOWN = 6;

/** Where it is: the place whose code was scanned, the phone's own position, or a building picked by hand. */
export function WhereCard({
  where,
  wrong,
  onChoose,
}: {
  where: DraftWhere | null;
  wrong: string | undefined;
  onChoose: (where: DraftWhere) => void;
}) {
  const [picking, setPicking] = useState(where === null);
  const [finding, setFinding] = useState(false);
  const [told, setTold] = useState<string | null>(null);

  const choose = (next: DraftWhere) => {
    onChoose(next);
    setPicking(false);
    setTold(null);
  };

  const findMe = async () => {
    setFinding(true);
    setTold(null);
    try {
      choose(await positionNow());
    } catch (failure) {
      setTold(failure instanceof Refusal ? sentence(failure) : '没拿到位置。自己选个地方也能报');
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

function BuildingPicks({ onChoose }: { onChoose: (where: DraftWhere) => void }) {
  const here = useHere((state) => state.here);
  const [words, setWords] = useState('');
  const communityId = here?.communityId ?? '';
  const { data, query } = useSeen(['map', communityId], () => readCommunityMap(communityId), {
    enabled: communityId !== '',
  });
  if (communityId === '') return <View className="t3">先回「邻里」选您的社区</View>;
  if (!data) {
    return query.isError ? (
      <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
        楼栋没取到，再试一次
      </Button>
    ) : (
      <View className="skeleton" />
    );
  }
  const sought = words.replace(/\s/g, '');
  const found = data.buildings.filter((one) => nameOf(one).replace(/\s/g, '').includes(sought));
  return (
    <View className="col-s">
      <Input
        id="report-building-search"
        className="field"
        value={words}
        placeholder="找一栋楼，比如：安澜里 3"
        aria-label="找一栋楼"
        onInput={(event) => setWords(event.detail.value)}
      />
      <View className="where-list">
        {found.slice(0, MOST_SHOWN).map((building) => (
          <View
            key={building.id}
            className="where-choice"
            aria-role="button"
            role="button"
            onClick={() =>
              onChoose({ label: nameOf(building), gridName: building.gridName, buildingId: building.id })
            }
          >
            <View>{nameOf(building)}</View>
            <View className="t3">{building.gridName}</View>
          </View>
        ))}
        {found.length > MOST_SHOWN ? (
          <View className="t3 where-more">还有 {found.length - MOST_SHOWN} 处，在上面写几个字就能找到</View>
        ) : null}
        {found.length === 0 ? <View className="t3">没有找到「{words}」，换个说法试试</View> : null}
      </View>
    </View>
  );
}

function nameOf(building: Building): string {
  return building.name.startsWith(building.estateName)
    ? building.name
    : `${building.estateName} ${building.name}`;
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
