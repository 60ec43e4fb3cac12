import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { useHoldings } from '../../../../features/privacy/hooks';
import { sentence } from '../../../../request/refusal';

/** What is kept of me: how many of each, why, and how long. */
export function HoldingsCard() {
  const { data, query } = useHoldings();
  return (
    <View className="card col" id="holdings">
      <View className="t1">存了我的什么</View>
      {data?.items.map(({ kind, title, count, basis, keptFor, shown }) => (
        <View key={kind} className="col-s">
          <View className="row between">
            <View className="t2 grow">{title}</View>
            {/* Never broken between the number and its word, however large the letters. */}
            <View className="soft">{`${count}\u00a0条`}</View>
          </View>
          {shown ? <View>{shown}</View> : null}
          <View className="soft">{basis}</View>
          <View className="row-s t3">
            <Icon name="clock" small />
            <View className="grow">{keptFor}</View>
          </View>
        </View>
      ))}
      {data?.items.length === 0 ? <View className="soft">除了您怎么登录，什么也没有</View> : null}
      {data === undefined && query.isError ? (
        <>
          <View className="soft">{sentence(query.error)}</View>
          <Button kind="soft" small icon="refresh-cw" onTap={() => void query.refetch()}>
            再试一次
          </Button>
        </>
      ) : null}
      {data === undefined && !query.isError ? <View className="soft">正在数一数</View> : null}
    </View>
  );
}
