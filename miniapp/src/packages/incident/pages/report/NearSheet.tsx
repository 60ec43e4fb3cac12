import { LIMITS, momentWords } from '@linli/shared';
import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { incidentPage } from '../../../../components/IncidentRow';
import { Sheet } from '../../../../components/Sheet';
import { StateChip } from '../../../../components/StateChip';
import { Wrong } from '../../../../components/Wrong';
import { absolute } from '../../../../request/api-base';
import type { NearIncident } from '../../../../request/contract';
import { serverNowMs } from '../../../../request/server-time';

interface Props {
  items: NearIncident[];
  /** The one that is being followed just now. */
  following: string | null;
  /** Why following did not work, in words. */
  failure: string | undefined;
  onFollow: (id: string) => void;
  /** None of these: the report goes its way. */
  onGoOn: () => void;
  /** Back to the form, nothing sent. */
  onClose: () => void;
}

/** 是不是这一件？ What neighbours have reported nearby already; following it saves everybody a second report. */
export function NearSheet({ items, following, failure, onFollow, onGoOn, onClose }: Props) {
  return (
    <Sheet id="near" title="是不是这一件？" closeWords="先不提交，回去看看" onClose={onClose}>
      <View className="soft near-count">
        附近 {LIMITS.nearMetres} 米有 {items.length} 件相近的，还没办完
      </View>
      {items.map((item) => (
        <Candidate key={item.id} item={item} busy={following === item.id} onFollow={onFollow} />
      ))}
      <View className="note">
        <Icon name="info" small />
        <View>关注后，办到哪一步都会告诉您</View>
      </View>
      <Wrong words={failure} />
      <View className="near-foot">
        <Button id="near-none" busy={following !== null} onTap={onGoOn}>
          都不是，继续提交
        </Button>
      </View>
    </Sheet>
  );
}

function Candidate({
  item,
  busy,
  onFollow,
}: {
  item: NearIncident;
  busy: boolean;
  onFollow: (id: string) => void;
}) {
  const nowMs = serverNowMs();
  const { clock } = item;
  // On hold no time runs out.
  const running = clock !== null && clock.stoppedAt === null && item.state !== 'held';
  const late = running && Date.parse(clock.dueAt) < nowMs;
  return (
    <View className="near-one col-s" id={`near-${item.id}`}>
      <View className="row near-what">
        <View className="thumb">
          {item.coverUrl ? (
            <Image className="thumb-image" src={absolute(item.coverUrl)} mode="aspectFill" ariaLabel="照片" />
          ) : (
            <Icon name={item.category.icon} />
          )}
        </View>
        <View className="grow col-s">
          <View className="t2 near-title">{item.title}</View>
          <View className="t3">
            {item.placeLabel}·{item.distanceMetres} 米内·{momentWords(item.reportedAt, nowMs)} 报
          </View>
          <View className="row-s wrap near-state">
            <StateChip state={item.state} />
            {running ? (
              <View className={`t3 ${late ? 'tone-overdue' : ''}`}>
                {late ? '已经超时' : `${momentWords(clock.dueAt, nowMs)} 前${DUE_VERBS[clock.kind] ?? '办'}`}
              </View>
            ) : null}
          </View>
        </View>
      </View>
      {item.mine ? (
        <Button
          kind="soft"
          small
          id={`near-open-${item.id}`}
          onTap={() => void Taro.navigateTo({ url: incidentPage(item.id) })}
        >
          这件是您报的，去看办到哪了
        </Button>
      ) : (
        <Button
          kind="soft"
          small
          icon="users-round"
          id={`near-follow-${item.id}`}
          busy={busy}
          onTap={() => onFollow(item.id)}
        >
          {busy ? '正在关注' : followWords(item)}
        </Button>
      )}
    </View>
  );
}

const DUE_VERBS: Record<string, string> = { response: '回应', plan: '定方案', solve: '解决' };

function followWords({ following, followerCount }: NearIncident): string {
  if (following) return `就是这件，我已经关注（${followerCount} 人）`;
  return followerCount === 0 ? '就是这件，我也关注' : `就是这件，我也关注（${followerCount} 人）`;
}
