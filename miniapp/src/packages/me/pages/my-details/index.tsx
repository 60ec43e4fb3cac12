import { LIMITS } from '@linli/shared';
import { useMutation } from '@tanstack/react-query';
import { Input, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { Wrong } from '../../../../components/Wrong';
import { PhoneCodeFields } from '../../../../features/identity/PhoneCodeFields';
import { usePhoneCode } from '../../../../features/identity/usePhoneCode';
import { changeMyName, changeMyPhone, sendNewPhoneCode } from '../../../../features/privacy/api';
import { useKeepMyPrivacy, useMyPrivacy } from '../../../../features/privacy/hooks';
import { myPhones } from '../../../../features/privacy/my-phones';
import type { MyPrivacy } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

/** 姓名和手机号: putting them right oneself. */
export default function MyDetailsPage() {
  return (
    <Screen>
      {useSignedIn() ? (
        <Details />
      ) : (
        <StatePanel
          icon="circle-user-round"
          title="登录后改姓名和手机号"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      )}
    </Screen>
  );
}

function Details() {
  const { data, query } = useMyPrivacy();
  if (data === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={2} words="正在找您的登记" />
    );
  }
  return (
    <>
      <NameCard mine={data} />
      <PhoneCard mine={data} />
    </>
  );
}

const changed = (title: string) => void Taro.showToast({ title, icon: 'none' });

function NameCard({ mine }: { mine: MyPrivacy }) {
  const [name, setName] = useState(mine.name);
  const keep = useKeepMyPrivacy();
  const change = useMutation({
    mutationFn: changeMyName,
    onSuccess: (now) => {
      keep(now);
      changed('姓名改好了');
    },
  });
  if (!mine.mayChangeName) {
    return (
      <View className="card col">
        <View className="t1">{mine.name}</View>
        <View className="soft">您的姓名和任命登记在一起，要改请找人事管理员</View>
      </View>
    );
  }
  return (
    <View className="card col">
      <View className="t2">姓名</View>
      <Input
        id="my-name"
        className="field"
        maxlength={LIMITS.personNameChars}
        value={name}
        placeholder="办事的人怎么称呼您"
        aria-label="姓名"
        onInput={(event) => setName(event.detail.value)}
      />
      <Wrong words={change.isError ? sentence(change.error) : undefined} />
      <Button kind="soft" id="change-name" busy={change.isPending} onTap={() => change.mutate(name.trim())}>
        {change.isPending ? '正在改' : '改姓名'}
      </Button>
    </View>
  );
}

function PhoneCard({ mine }: { mine: MyPrivacy }) {
  const code = usePhoneCode(sendNewPhoneCode);
  const [busy, setBusy] = useState(false);
  const phones = myPhones(mine);
  const keep = useKeepMyPrivacy();
  const change = async () => {
    setBusy(true);
    const done = await code.prove(async (phone, typed) => keep(await changeMyPhone(phone, typed)));
    setBusy(false);
    if (done) changed('手机号换好了');
  };
  return (
    <View className="card col">
      <View className="t1">手机号</View>
      <View className="soft">{phones.length > 0 ? `现在是 ${phones.join('、')}` : '还没有手机号'}</View>
      <View className="t3">
        {phones.length > 1
          ? '这几个号都能登录。换好以后，只有新号能登录，别的设备会退出登录'
          : '换好以后，别的设备会退出登录'}
      </View>
      <PhoneCodeFields id="new-phone" label="新手机号" code={code} />
      <Button kind="soft" id="change-phone" busy={busy} onTap={() => void change()}>
        {busy ? '正在换' : '换成这个号'}
      </Button>
    </View>
  );
}
