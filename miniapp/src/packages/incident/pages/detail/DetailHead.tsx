import { clockWords, INCIDENT_DIFFICULTY_LABELS } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import { StateChip } from '../../../../components/StateChip';
import type { IncidentDetail } from '../../../../request/contract';
import { useElder } from '../../../../session/elder.store';

/** Where it stands, what it is, and where. */
export function DetailHead({
  incident,
  nowMs,
  fixed,
}: {
  incident: IncidentDetail;
  nowMs: number;
  fixed: boolean;
}) {
  const elder = useElder((state) => state.elder);
  const { clock, category, difficulty, gridName, placeLabel, state } = incident;
  const words = clock && clock.stoppedAt === null && !fixed ? clockWords(clock, nowMs) : null;
  const tags = [category.label, difficulty ? INCIDENT_DIFFICULTY_LABELS[difficulty] : null];
  return (
    <View className="detail-head">
      <View className="row wrap detail-chips">
        {words?.tone === 'overdue' ? <StateChip state={state} overdueWords={words.text} /> : null}
        <StateChip state={state} awaitingMe={incident.allowedActions.includes('confirm')} />
        {elder
          ? null
          : tags.map((tag) =>
              tag ? (
                <View className="tag" key={tag}>
                  {tag}
                </View>
              ) : null,
            )}
      </View>
      <View className="t0 detail-title">{incident.title}</View>
      <View className="row-s soft detail-place">
        <Icon name="map-pin" small />
        <View className="grow">
          {placeLabel}
          {gridName && !elder ? `・${gridName}` : ''}
        </View>
      </View>
    </View>
  );
}
