import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { OfflineBanner } from '../../components/OfflineBanner';
import { goWorkbench } from '../../components/places';
import { useNow } from '../../components/useNow';
import { useWorkbench } from '../../features/incident/hooks';
import { WorkRow } from '../../features/incident/WorkRow';
import { sentence } from '../../request/refusal';

/** How many cases stand on the home screen itself. */
const SHOWN = 4;

/** 工作台: what is due, sorted by what runs out soonest; the top of it can be done right here. */
export function WorkbenchCard() {
  const { items, first, query, seenAtMs } = useWorkbench();
  const now = useNow();
  const counts = first && 'counts' in first ? first.counts : undefined;
  const more = (counts?.open ?? 0) - SHOWN;
  return (
    <View className="card">
      <View className="row between wrap">
        <View className="row-s">
          <Icon name="list-todo" />
          <View className="t1">工作台</View>
        </View>
        {counts ? (
          <View className="row-s">
            <View className="soft">{counts.open} 件待办</View>
            {counts.overdue > 0 ? (
              <View className="chip chip-over">
                <Icon name="triangle-alert" />
                <View>{counts.overdue} 件超时</View>
              </View>
            ) : null}
          </View>
        ) : null}
      </View>
      <OfflineBanner seenAtMs={seenAtMs} />
      {!items && query.isError ? (
        <View className="col">
          <View className="soft">{sentence(query.error)}</View>
          <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
            再试一次
          </Button>
        </View>
      ) : null}
      {items?.slice(0, SHOWN).map((card) => (
        <WorkRow key={card.id} card={card} nowMs={now} fixed={seenAtMs !== undefined} />
      ))}
      {items?.length === 0 ? <View className="soft">手上的事都办完了</View> : null}
      {more > 0 ? (
        <Button kind="plain" small onTap={goWorkbench} id="all-work">
          还有 {more} 件
        </Button>
      ) : null}
    </View>
  );
}
