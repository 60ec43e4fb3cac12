import { CALLABLE_PHONE_WORDS, callablePhone, phoneWords } from '@linli/shared';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { SettingSwitch } from '../../../../components/SettingSwitch';
import { Wrong } from '../../../../components/Wrong';
import type { useMyWorkCard } from '../../../../features/contact/hooks';
import { WorkerLines } from '../../../../features/contact/WorkerLines';
import { dropDraft, useKeptDraft } from '../../../../features/draft/kept-draft';
import type { MyWorkCard } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';

interface Props {
  personId: string;
  name: string;
  card: MyWorkCard;
  set: ReturnType<typeof useMyWorkCard>['set'];
}

interface Draft {
  /** Null: as it is on the server. */
  phone: string | null;
  agreed: boolean | null;
}

const UNTOUCHED: Draft = { phone: null, agreed: null };

/** The number, the consent in words, and what residents see of it. Taking it back needs no further button. */
export function WorkCardForm({ personId, name, card, set }: Props) {
  const key = `work-card.${personId}`;
  const [draft, change] = useKeptDraft<Draft>(key, UNTOUCHED);
  const [wrong, setWrong] = useState<string>();
  const phone = draft.phone ?? (card.phone ? phoneWords(card.phone) : '');
  const agreed = draft.agreed ?? card.shown;
  const number = phone.trim() === '' ? null : callablePhone(phone);
  const changed = number !== card.phone || agreed !== card.shown;

  const put = (to: string | null, shown: boolean) =>
    set.mutate(
      { phone: to, shown, version: card.version },
      {
        onSuccess: () => {
          change(UNTOUCHED);
          dropDraft(key);
        },
      },
    );
  const save = () => {
    const fault =
      (phone.trim() !== '' && number === null ? CALLABLE_PHONE_WORDS : undefined) ??
      (agreed && number === null ? '先填一个给居民打的电话' : undefined);
    setWrong(fault);
    if (!fault) put(number, agreed);
  };
  const turn = (on: boolean) => {
    setWrong(undefined);
    if (on || !card.shown) change({ agreed: on });
    else put(card.phone, false);
  };

  const areas = card.places.map(({ areaName }) => areaName).join('、');
  const [place] = card.places;
  return (
    <View className="col">
      <View className="card col">
        <View className="t2">给居民打的电话</View>
        <Input
          id="work-phone"
          className={`field ${wrong ? 'field-wrong' : ''}`}
          value={phone}
          maxlength={24}
          placeholder="手机号，或带区号的座机"
          aria-label="给居民打的电话"
          onInput={(event) => change({ phone: event.detail.value })}
        />
        <Wrong words={wrong} />
        <View className="t3">不必是您登录用的号，办公室的也行</View>
        <SettingSwitch
          id="work-agree"
          label={consentWords(place?.role)}
          words={consentWords(place?.role)}
          note={`${areas}的名片上会有它，不登录也看得到。关上马上就没了`}
          on={agreed}
          onTurn={turn}
        />
        {set.isError ? (
          <View className="note note-over" aria-role="alert" role="alert" id="work-card-refused">
            <Icon name="circle-alert" small />
            <View>{sentence(set.error)}</View>
          </View>
        ) : null}
        {changed ? (
          <Button id="work-card-save" busy={set.isPending} onTap={save}>
            {set.isPending ? '正在存' : agreed ? '存好，给居民看' : '存好，先不给居民看'}
          </Button>
        ) : (
          <View className="row-s soft" id="work-card-as-is">
            <Icon name={card.shown ? 'eye' : 'eye-off'} small />
            <View>{card.shown ? '居民现在看得到这个号码' : '居民现在看不到号码'}</View>
          </View>
        )}
      </View>
      {place ? (
        <View className="card col" id="work-card-preview">
          <View className="t3">居民看到的</View>
          <View className="t1">{place.areaName}</View>
          <WorkerLines
            card={{
              workers: [{ name, roleLabel: place.roleLabel, phone: place.shown ? card.phone : null }],
              dutyPhone: null,
            }}
          />
          {place.shown ? null : <View className="t3">没有您的号码，居民会打社区的值班电话</View>}
        </View>
      ) : null}
    </View>
  );
}

function consentWords(role: MyWorkCard['places'][number]['role'] | undefined): string {
  return role === 'community_worker'
    ? '我同意把这个号码给本社区的居民看'
    : '我同意把这个号码给本网格的居民看';
}
