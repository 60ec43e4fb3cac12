import { INCIDENT_ACTION_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { Sheet } from '../../../../components/Sheet';
import { Wrong } from '../../../../components/Wrong';
import { Buildings, nameOf } from '../../../../features/area/Buildings';

interface Props {
  communityId: string;
  busy: boolean;
  failure: string | undefined;
  onSend: (body: { buildingId: string } | { placeId: string }) => void;
  onClose: () => void;
}

/** Where it is, of what was told in words only. */
export function LocateSheet({ communityId, busy, failure, onSend, onClose }: Props) {
  const [chosen, setChosen] = useState<{ name: string; body: Parameters<typeof onSend>[0] } | null>(null);
  return (
    <Sheet id="locate" title={INCIDENT_ACTION_LABELS.locate} closeWords="先不补" onClose={onClose}>
      {chosen === null ? (
        <>
          <View className="soft">问清楚了再选。补上后归到那里的网格，谁都看得到地点。</View>
          <Buildings
            id="locate-search"
            communityId={communityId}
            onChoose={(building) => setChosen({ name: nameOf(building), body: { buildingId: building.id } })}
            onChoosePlace={({ id, label }) => setChosen({ name: label, body: { placeId: id } })}
          />
        </>
      ) : (
        <>
          <View>在{chosen.name}，补上就不能再改。</View>
          <Wrong words={failure} />
          <Button id="locate-send" busy={busy} onTap={() => onSend(chosen.body)}>
            {busy ? '正在补' : '就是这里'}
          </Button>
          <Button id="locate-again" kind="plain" onTap={() => setChosen(null)}>
            换一个地方
          </Button>
        </>
      )}
    </Sheet>
  );
}
