import { durationWords, INCIDENT_DIFFICULTY_LABELS, momentWords, RATING_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import type { IncidentDetail, TimelineEntry } from '../../../../request/contract';

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
        {entries.map((entry, i) => (
          <View className="step" key={entry.id}>
            <View className={`step-dot ${working && i === 0 ? 'step-now' : ''}`}>
              <Icon name={working && i === 0 ? 'half' : 'check'} />
            </View>
            <View className="step-head">
              <View className="grow t2">{entry.label}</View>
              <View className="t3">{momentWords(entry.at, nowMs)}</View>
            </View>
            <Said words={saidIn(entry, incident)} />
          </View>
        ))}
      </View>
    </View>
  );
}

function Said({ words }: { words: string }) {
  return words === '' ? null : <View className="soft">{words}</View>;
}

function awaitedWords({ state, allowedActions }: IncidentDetail): string | null {
  if (state === 'reported') return '等网格员接手';
  if (state === 'resolved') return allowedActions.includes('confirm') ? '等您确认' : '等居民确认';
  return null;
}

/** Who it was, what came of it, and what they wrote. */
function saidIn(entry: TimelineEntry, incident: IncidentDetail): string {
  const facts = [entry.byLabel, factOf(entry, incident)].filter(Boolean).join('・');
  const photos =
    entry.photoIds.length > 0 && entry.action !== 'report' ? `有 ${entry.photoIds.length} 张照片` : '';
  const words = [entry.note, photos].filter(Boolean).join('，');
  return facts && words ? `${facts}：${words}` : facts || words;
}

function factOf(entry: TimelineEntry, { clocks }: IncidentDetail): string | null {
  if (entry.difficulty) return INCIDENT_DIFFICULTY_LABELS[entry.difficulty];
  if (entry.rating) return `评了「${RATING_LABELS[entry.rating - 1]}」`;
  const response = clocks.find((clock) => clock.kind === 'response');
  if (entry.action !== 'accept' || !response?.stoppedAt) return null;
  const minutes = Math.floor((Date.parse(response.stoppedAt) - Date.parse(response.startedAt)) / 60_000);
  return `${durationWords(minutes)}回应`;
}
