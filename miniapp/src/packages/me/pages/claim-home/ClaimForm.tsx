import { HOME_RELATION_LABELS, HOME_RELATIONS, type HomeRelation, LIMITS } from '@linli/shared';
import { useMutation } from '@tanstack/react-query';
import { Input, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { myHomesPage } from '../../../../components/places';
import { Segments } from '../../../../components/Segments';
import { SettingSwitch } from '../../../../components/SettingSwitch';
import { Wrong } from '../../../../components/Wrong';
import { Buildings, nameOf } from '../../../../features/area/Buildings';
import { usePlace } from '../../../../features/area/hooks';
import { dropDraft, useKeptDraft } from '../../../../features/draft/kept-draft';
import { claimHome } from '../../../../features/household/api';
import { useAskHomesAgain } from '../../../../features/household/hooks';
import { newId } from '../../../../request/new-id';
import { Refusal, sentence } from '../../../../request/refusal';
import { DoorPicks } from './DoorPicks';

interface Draft {
  /** Under this id it is sent, however often: what got no answer and is sent again is one claim. */
  id: string | null;
  building: { id: string; name: string } | null;
  homeId: string | null;
  relation: HomeRelation | null;
  livesHere: boolean;
  name: string;
}

const NOTHING: Draft = { id: null, building: null, homeId: null, relation: null, livesHere: true, name: '' };

interface Props {
  personId: string;
  communityId: string;
  /** The code that was scanned, when it is a building's: that building is chosen already. */
  placeCode: string | null;
}

/** What was chosen and written stays on the phone until it is sent. */
export function ClaimForm({ personId, communityId, placeCode }: Props) {
  const key = `claim-home.${personId}`;
  const [draft, change] = useKeptDraft<Draft>(key, NOTHING);
  const [wrong, setWrong] = useState<string>();
  const askAgain = useAskHomesAgain();
  const { data: place } = usePlace(placeCode ?? '');
  const scanned = place?.building ?? null;
  const begun = draft.building !== null;
  useEffect(() => {
    if (!begun && scanned !== null)
      change({ building: { id: scanned.id, name: place?.label ?? scanned.name } });
  }, [begun, scanned, place, change]);
  const edit = (part: Partial<Draft>) => {
    setWrong(undefined);
    send.reset();
    // Another content is another claim.
    change({ ...part, id: null });
  };
  const send = useMutation({
    mutationFn: claimHome,
    onSuccess: ({ state }) => {
      dropDraft(key);
      askAgain();
      const title = state === 'confirmed' ? '对上了，已经确认' : '提交了，等楼长确认';
      void Taro.redirectTo({ url: myHomesPage });
      void Taro.showToast({ title, icon: 'none' });
    },
    onError: (error) => {
      if (error instanceof Refusal && !error.passing) change({ id: null });
    },
  });
  const press = () => {
    const { homeId, relation, livesHere } = draft;
    const name = draft.name.trim();
    const fault = faultOf({ ...draft, name });
    setWrong(fault);
    if (fault !== undefined || homeId === null || relation === null) return;
    const id = draft.id ?? newId();
    change({ id });
    send.mutate({ id, homeId, relation, livesHere, name });
  };

  return (
    <View className="col">
      <View className="card col">
        <View className="t2">哪栋楼</View>
        {draft.building === null ? (
          <Buildings
            id="claim-building-search"
            communityId={communityId}
            onChoose={(building) =>
              edit({ building: { id: building.id, name: nameOf(building) }, homeId: null })
            }
          />
        ) : (
          <View className="row between">
            <View className="grow" id="claim-building">
              {draft.building.name}
            </View>
            <Button
              kind="plain"
              small
              id="claim-other-building"
              onTap={() => edit({ building: null, homeId: null })}
            >
              换一栋
            </Button>
          </View>
        )}
      </View>
      {draft.building ? (
        <DoorPicks
          buildingId={draft.building.id}
          homeId={draft.homeId}
          onChoose={(homeId) => edit({ homeId })}
        />
      ) : null}
      <View className="card col">
        <View className="t2">您是这户的</View>
        <Segments
          id="claim-relation"
          labels={Object.fromEntries(HOME_RELATIONS.map((one) => [one, HOME_RELATION_LABELS[one]]))}
          chosen={draft.relation ?? ''}
          onChoose={(relation) => edit({ relation: relation as HomeRelation })}
        />
        <SettingSwitch
          id="claim-lives"
          label="我住在这里"
          words="我住在这里"
          on={draft.livesHere}
          onTurn={(livesHere) => edit({ livesHere })}
        />
        <View className="t2">您的姓名</View>
        <Input
          id="claim-name"
          className="field"
          value={draft.name}
          maxlength={LIMITS.personNameChars}
          placeholder="楼长凭它认出您"
          aria-label="您的姓名"
          onInput={(event) => edit({ name: event.detail.value })}
        />
        <Wrong words={wrong ?? (send.isError ? failureOf(send.error) : undefined)} />
        <Button id="claim-send" busy={send.isPending} onTap={press}>
          {send.isPending ? '正在提交' : '提交'}
        </Button>
      </View>
      <View className="note">
        <Icon name="shield-check" small />
        <View>只给楼长和社区看，用来确认。业主登录的手机号和登记一致，马上就确认</View>
      </View>
    </View>
  );
}

function faultOf({ building, homeId, relation, name }: Draft): string | undefined {
  if (building === null) return '先选好哪栋楼';
  if (homeId === null) return '再选哪一户';
  if (relation === null) return '选一下您是业主、租户还是家人';
  return name === '' ? '请写您的姓名' : undefined;
}

function failureOf(error: unknown): string {
  return error instanceof Refusal && error.offline ? '没有网，填的都留着，连上再提交' : sentence(error);
}
