import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { Wrong } from '../../../../components/Wrong';
import { useAskToLeave, useMyPrivacy } from '../../../../features/privacy/hooks';
import { LeavingCard } from '../../../../features/privacy/LeavingCard';
import { sentence } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

/** 注销账号: what goes, what stays, and how long one may think better of it. */
export default function LeavePage() {
  return (
    <Screen>
      {useSignedIn() ? (
        <Leave />
      ) : (
        <StatePanel
          icon="circle-user-round"
          title="登录后才能注销"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      )}
    </Screen>
  );
}

const WHAT_HAPPENS = [
  ['删掉的', '登录方式、登录用的手机号、姓名、消息、草稿'],
  ['留下的', '您报过的事和办理经过，上面写「已注销用户」；住户登记，上面不再有您的名字'],
  ['归社区的', '业主名册由社区保管，不跟着账号删除'],
  ['以后', '用同一个手机号还能再来，那时是新的账号，找不回以前的'],
] as const;

function Leave() {
  const { data, query } = useMyPrivacy();
  const ask = useAskToLeave();
  if (data === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={2} words="正在看您的账号" />
    );
  }
  if (data.erasure) return <LeavingCard erasure={data.erasure} />;
  return (
    <>
      <View className="card col">
        <View className="t0">注销账号</View>
        {WHAT_HAPPENS.map(([when, what]) => (
          <View className="col-s" key={when}>
            <View className="t2">{when}</View>
            <View className="soft">{what}</View>
          </View>
        ))}
      </View>
      <View className="card col">
        <View>
          {data.erasureDays > 0
            ? `申请以后等 ${data.erasureDays} 天才注销。这几天一切照常，进来点一下就能取消。`
            : '申请以后很快就注销。'}
        </View>
        <Wrong words={ask.isError ? sentence(ask.error) : undefined} />
        <Button kind="outline" id="ask-to-leave" busy={ask.isPending} onTap={() => ask.mutate()}>
          {ask.isPending ? '正在申请' : '申请注销'}
        </Button>
      </View>
    </>
  );
}
