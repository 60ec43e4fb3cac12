import { type Emergency, momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { incidentPage } from '../../../../components/IncidentRow';
import { Screen } from '../../../../components/Screen';
import { WechatConsent } from '../../../../features/inbox/WechatConsent';
import type { IncidentDetail } from '../../../../request/contract';
import { serverNowMs } from '../../../../request/server-time';
import { DangerCard } from './DangerCard';

/** It arrived: who has it now, until when somebody answers, and its number. */
export function ReportDone({
  incident,
  emergency,
  onAgain,
}: {
  incident: IncidentDetail;
  /** What was reported speaks of danger: a report alone does not bring help fast enough. */
  emergency: Emergency | null;
  onAgain: () => void;
}) {
  const response = incident.clocks.find((clock) => clock.kind === 'response');
  return (
    <Screen>
      {emergency ? <DangerCard emergency={emergency} /> : null}
      <View className="card col">
        <View className="done-mark">
          <Icon name="circle-check" />
        </View>
        <View className="t1 center">收到了，谢谢您</View>
        <View className="soft center">
          {incident.gridName ? `已经交给 ${incident.gridName}的网格员` : '已经交给社区'}
        </View>
        {response ? (
          <View className="note note-wait">
            <Icon name="clock" small />
            <View>{momentWords(response.dueAt, serverNowMs())} 前有人回应</View>
          </View>
        ) : null}
        <View>
          <Line name="事件" value={incident.title} />
          <Line name="地方" value={incident.placeLabel} />
          <Line name="编号" value={incident.number} />
        </View>
        <Button id="report-follow" onTap={() => void Taro.redirectTo({ url: incidentPage(incident.id) })}>
          看办到哪了
        </Button>
        <Button kind="outline" id="report-again" onTap={onAgain}>
          再报一件
        </Button>
      </View>
      <WechatConsent ask="about-my-case" />
    </Screen>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <View className="done-line">
      <View className="soft">{name}</View>
      <View className="grow done-value">{value}</View>
    </View>
  );
}
