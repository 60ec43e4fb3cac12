import type { MemberState } from '@linli/shared';
import { LIMITS } from '@linli/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { SettingSwitch } from '../../../../components/SettingSwitch';
import { Sheet } from '../../../../components/Sheet';
import { WordsSheet } from '../../../../components/WordsSheet';
import { Wrong } from '../../../../components/Wrong';
import { dropDraft } from '../../../../features/draft/kept-draft';
import { useMemberAct } from '../../../../features/household/hooks';
import type { HomeMate, MyHome } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';

const LOOK: Record<MemberState, { tone: string; icon: string }> = {
  claimed: { tone: 'wait', icon: 'clock' },
  confirmed: { tone: 'done', icon: 'circle-check' },
  refused: { tone: 'rest', icon: 'x' },
  withdrawn: { tone: 'rest', icon: 'x' },
  ended: { tone: 'rest', icon: 'circle-check' },
};

/** One home of mine: how it stands, what I may do, and who lives there if it is mine to know. */
export function HomeCard({ home }: { home: MyHome }) {
  const act = useMemberAct();
  const [leaving, setLeaving] = useState(false);
  const [letting, setLetting] = useState<HomeMate>();
  const { tone, icon } = LOOK[home.state];
  const may = (action: MyHome['allowedActions'][number]) => home.allowedActions.includes(action);
  const owns = home.relation === 'owner';
  return (
    <View className="card col" id={`home-${home.id}`}>
      <View className="row between">
        <View className="tag">{home.relationLabel}</View>
        <View className={`chip chip-${tone}`}>
          <Icon name={icon} />
          <View>{home.stateLabel}</View>
        </View>
      </View>
      <View className="t1">{home.homeLabel}</View>
      {sayingOf(home).map((line) => (
        <View className="soft" key={line}>
          {line}
        </View>
      ))}
      {home.reason ? (
        <View className="note">
          <Icon name="info" small />
          <View>{home.reason}</View>
        </View>
      ) : null}
      {may('change_living') ? (
        <SettingSwitch
          id={`lives-${home.id}`}
          label="我住在这里"
          words="我住在这里"
          note="关上就只算有这处房，通知不按这里来"
          on={home.livesHere}
          onTurn={(livesHere) => act.mutate({ id: home.id, act: 'change-living', body: { livesHere } })}
        />
      ) : null}
      {home.mates.map((mate) => (
        <View className="row between" key={mate.id}>
          <View className="grow">
            <View className="t2">{mate.name}</View>
            <View className="t3">{mate.relationLabel}</View>
          </View>
          {mate.allowedActions.includes('end') ? (
            <Button kind="soft" small id={`let-go-${mate.id}`} onTap={() => setLetting(mate)}>
              搬走了
            </Button>
          ) : null}
        </View>
      ))}
      {act.isError && !leaving && !letting ? <Wrong words={sentence(act.error)} /> : null}
      {may('withdraw') ? (
        <Button
          kind="outline"
          small
          id={`withdraw-${home.id}`}
          busy={act.isPending}
          onTap={() => act.mutate({ id: home.id, act: 'withdraw' })}
        >
          选错了，撤回
        </Button>
      ) : null}
      {may('move_out') ? (
        <Button kind="plain" small id={`leave-${home.id}`} onTap={() => setLeaving(true)}>
          {owns ? '这房子不是我的了' : '我搬走了'}
        </Button>
      ) : null}
      {leaving ? (
        <Sheet
          id="leave"
          title={owns ? '这房子不是您的了？' : '您搬走了？'}
          closeWords="先不改"
          onClose={() => setLeaving(false)}
        >
          <View className="soft">{home.homeLabel} 就不再算您家了，以后可以再认领。</View>
          <Wrong words={act.isError ? sentence(act.error) : undefined} />
          <Button
            id="leave-send"
            busy={act.isPending}
            onTap={() => act.mutate({ id: home.id, act: 'move-out' }, { onSuccess: () => setLeaving(false) })}
          >
            {owns ? '不是我的了' : '搬走了'}
          </Button>
        </Sheet>
      ) : null}
      {letting ? (
        <WordsSheet
          id="let-go"
          draftKey={`let-go.${letting.id}`}
          title={`${letting.name}不住这里了？`}
          explain="会告诉对方，也写上您说的原因。"
          placeholder="如 租约到期，已经搬走"
          needed="请写一下原因"
          maxChars={LIMITS.householdReasonChars}
          send="告诉对方，移出我家"
          busy={act.isPending}
          failure={act.isError ? sentence(act.error) : undefined}
          onSend={(reason) =>
            act.mutate(
              { id: letting.id, act: 'end', body: { reason } },
              {
                onSuccess: () => {
                  dropDraft(`let-go.${letting.id}`);
                  setLetting(undefined);
                },
              },
            )
          }
          onClose={() => setLetting(undefined)}
        />
      ) : null}
    </View>
  );
}

function sayingOf({ state, communityName, gridName, confirmedWayLabel }: MyHome): string[] {
  if (state === 'claimed') return ['楼长或社区确认后会告诉您'];
  const where = [communityName, gridName].filter(Boolean).join('·');
  return state === 'confirmed' && confirmedWayLabel ? [where, confirmedWayLabel] : [where];
}
