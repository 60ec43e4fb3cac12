import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { OfflineBanner } from '../../components/OfflineBanner';
import { goWorkbench } from '../../components/places';
import { pressable } from '../../components/pressable';
import { useNow } from '../../components/useNow';
import { useAct, useWorkbench } from '../../features/incident/hooks';
import { WorkRow } from '../../features/incident/WorkRow';
import { sentence } from '../../request/refusal';

/** How many cases stand on the home screen itself. */
const SHOWN = 4;
const TOAST_MS = 3_000;

/** 工作台: what is due, sorted by what runs out soonest; the top of it can be taken on right here. */
export function WorkbenchCard() {
  const { items, first, query, seenAtMs } = useWorkbench();
  const { mutate, isPending, variables } = useAct();
  const now = useNow();
  const counts = first?.counts;
  const fixed = seenAtMs !== undefined;
  const shown = items?.slice(0, SHOWN);
  const more = (counts?.open ?? 0) - (shown?.length ?? 0);
  const accept = (id: string) => {
    if (isPending) return;
    // Somebody else may have been faster: the server says who, and the list is asked for again by itself.
    const onError = (error: unknown) =>
      void Taro.showToast({ title: sentence(error), icon: 'none', duration: TOAST_MS });
    mutate({ id, action: 'accept' }, { onError });
  };
  return (
    <View className="card bench" id="workbench">
      <View className="bench-head">
        <Icon name="list-todo" />
        <View className="t1 bench-title">工作台</View>
        {counts ? <View className="soft">{counts.open} 件待办</View> : null}
        {counts && counts.overdue > 0 && !fixed ? (
          <View className="chip chip-over">
            <Icon name="triangle-alert" />
            <View>{counts.overdue} 件超时</View>
          </View>
        ) : null}
      </View>
      <OfflineBanner seenAtMs={seenAtMs} />
      {!items && query.isError ? (
        <View className="bench-foot col">
          <View className="soft">{sentence(query.error)}</View>
          <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
            再试一次
          </Button>
        </View>
      ) : null}
      {!items && !query.isError ? <View className="bench-foot soft">正在看有什么要办的</View> : null}
      {items?.length === 0 ? (
        <View className="bench-foot soft">手上的事都办完了，有新的会出现在这里</View>
      ) : null}
      {shown?.map((card, i) => (
        <WorkRow
          key={card.id}
          card={card}
          nowMs={now}
          fixed={fixed}
          first={i === 0 && (counts?.overdue ?? 0) > 0 && !fixed}
          busy={isPending && variables?.id === card.id}
          onAccept={() => accept(card.id)}
        />
      ))}
      {more > 0 ? (
        <View
          id="all-work"
          className="bench-more"
          aria-role="link"
          role="link"
          {...pressable(goWorkbench)}
          onClick={goWorkbench}
        >
          <View>还有 {more} 件</View>
          <Icon name="chevron-right" small />
        </View>
      ) : null}
    </View>
  );
}
