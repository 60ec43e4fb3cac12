import { GUARDIAN_RELATION_LABELS, GUARDIAN_RELATIONS, type GuardianRelation, LIMITS } from '@linli/shared';
import { Input, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { Button } from '../../../../components/Button';
import { goBack } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { Wrong } from '../../../../components/Wrong';
import { PhoneCodeFields } from '../../../../features/identity/PhoneCodeFields';
import { usePhoneCode } from '../../../../features/identity/usePhoneCode';
import { askGuardianForCode, guardianAgrees } from '../../../../features/privacy/api';
import { useKeepMyPrivacy } from '../../../../features/privacy/hooks';
import { newId } from '../../../../request/new-id';
import { useMe } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

/** 请监护人同意: filled in by the guardian, with a code on the guardian's own phone. */
export default function GuardianPage() {
  const me = useMe();
  return (
    <Screen>
      {me === null ? (
        <StatePanel
          icon="circle-user-round"
          title="请孩子先登录"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      ) : me.awaitsGuardian ? (
        <GuardianForm />
      ) : (
        <StatePanel icon="circle-check" title="监护人已经同意" action={{ words: '好', onTap: goBack }} />
      )}
    </Screen>
  );
}

function GuardianForm() {
  const [name, setName] = useState('');
  const [relation, setRelation] = useState<GuardianRelation>('mother');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const id = useRef(newId());
  const code = usePhoneCode(askGuardianForCode);
  const keep = useKeepMyPrivacy();
  const agree = async () => {
    if (name.trim() === '') return setWrong('请写监护人的姓名');
    setWrong(undefined);
    setBusy(true);
    const done = await code.prove(async (phone, typed) =>
      keep(await guardianAgrees({ id: id.current, name: name.trim(), relation, phone, code: typed })),
    );
    setBusy(false);
    if (!done) return;
    void Taro.showToast({ title: '谢谢，可以用了', icon: 'none' });
    goBack();
  };
  return (
    <>
      <View className="card col">
        <View className="t0">请监护人来填</View>
        <View className="soft">
          孩子未满 14
          周岁。您同意以后，孩子才能报事。我们只记您的姓名和手机号，用来证明是您同意的；您随时可以收回，收回就注销孩子的账号。
        </View>
      </View>
      <View className="card col">
        <View className="t2">监护人姓名</View>
        <Input
          id="guardian-name"
          className={`field ${wrong ? 'field-wrong' : ''}`}
          maxlength={LIMITS.personNameChars}
          value={name}
          placeholder="您的姓名"
          aria-label="监护人姓名"
          onInput={(event) => setName(event.detail.value)}
        />
        <Wrong words={wrong} />
        <View className="t2">您是孩子的</View>
        <Relations chosen={relation} onChoose={setRelation} />
        <PhoneCodeFields id="guardian-phone" label="监护人的手机号" code={code} />
        <Button id="guardian-agrees" busy={busy} onTap={() => void agree()}>
          {busy ? '正在记下' : '我是监护人，我同意'}
        </Button>
      </View>
    </>
  );
}

function Relations({
  chosen,
  onChoose,
}: {
  chosen: GuardianRelation;
  onChoose: (r: GuardianRelation) => void;
}) {
  return (
    <View className="row wrap" aria-role="radiogroup" role="radiogroup">
      {GUARDIAN_RELATIONS.map((relation) => (
        <Button
          key={relation}
          id={`guardian-${relation}`}
          small
          kind={relation === chosen ? 'soft' : 'outline'}
          onTap={() => onChoose(relation)}
        >
          {GUARDIAN_RELATION_LABELS[relation]}
        </Button>
      ))}
    </View>
  );
}
