import { momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import type { IncidentDetail } from '../../../../request/contract';
import { awaitedWords, markOf, saidIn } from './timeline-words';

/** What has happened, the newest on top, and above it what everybody waits for. */
export function Timeline({ incident, nowMs }: { incident: IncidentDetail; nowMs: number }) {
  const awaited = awaitedWords(incident);
  const entries = [...incident.timeline].reverse();
  const working = incident.state === 'accepted' || incident.state === 'handling';
  return (
    <View className="card col" id="timeline">
      <View className="row between wrap">
        <View className="t1">办到哪了</View>
        <View className="t3">{incident.number}</View>
      </View>
      <View className="steps">
        {awaited ? (
          <View className="step">
            <View className="step-dot step-awaited" />
            <View className="t2">{awaited}</View>
          </View>
        ) : null}
        {entries.map((entry, i) => {
          const mark = markOf(entry, working && i === 0);
          const said = saidIn(entry, incident, nowMs);
          return (
            <View className="step" key={entry.id}>
              <View className={`step-dot ${mark.look}`}>
                <Icon name={mark.icon} />
              </View>
              <View className="step-head">
                <View className="grow t2">{entry.label}</View>
                <View className="t3">{momentWords(entry.at, nowMs)}</View>
              </View>
              {said === '' ? null : <View className="soft">{said}</View>}
            </View>
          );
        })}
      </View>
    </View>
  );
}
