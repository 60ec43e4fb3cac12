import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sentence } from '../request/refusal';
import { Button } from './Button';
import { Icon } from './Icon';
import { OfflineBanner } from './OfflineBanner';
import { goWorkbench } from './places';
import { pressable } from './pressable';

interface Props {
  id: string;
  title: string;
  counts: { open: number; overdue: number } | undefined;
  /** Undefined until something is known; then how many rows there are. */
  known: number | undefined;
  query: { isError: boolean; error: unknown; refetch: () => Promise<unknown> };
  /** When what is shown was read, if it is from before the network went. */
  seenAtMs: number | undefined;
  /** The way to those that are not shown here. */
  more: { id: string; count: number };
  children: ReactNode;
}

/** The frame of what somebody has to do: how much, how much of it is late, the rows, the way to the rest. */
export function Bench({ id, title, counts, known, query, seenAtMs, more, children }: Props) {
  return (
    <View className="card bench" id={id}>
      <View className="bench-head">
        <Icon name="list-todo" />
        <View className="t1 bench-title">{title}</View>
        {counts ? <View className="soft">{counts.open} 件待办</View> : null}
        {counts && counts.overdue > 0 && seenAtMs === undefined ? (
          <View className="chip chip-over">
            <Icon name="triangle-alert" />
            <View>{counts.overdue} 件超时</View>
          </View>
        ) : null}
      </View>
      <OfflineBanner seenAtMs={seenAtMs} />
      {known === undefined && query.isError ? (
        <View className="bench-foot col">
          <View className="soft">{sentence(query.error)}</View>
          <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
            再试一次
          </Button>
        </View>
      ) : null}
      {known === undefined && !query.isError ? (
        <View className="bench-foot soft">正在看有什么要办的</View>
      ) : null}
      {known === 0 ? <View className="bench-foot soft">手上的事都办完了，有新的会出现在这里</View> : null}
      {children}
      {more.count > 0 ? (
        <View
          id={more.id}
          className="bench-more"
          aria-role="link"
          role="link"
          {...pressable(goWorkbench)}
          onClick={goWorkbench}
        >
          <View>还有 {more.count} 件</View>
          <Icon name="chevron-right" small />
        </View>
      ) : null}
    </View>
  );
}
