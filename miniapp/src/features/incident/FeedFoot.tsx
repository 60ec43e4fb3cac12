import { View } from '@tarojs/components';
import { Button } from '../../components/Button';

interface Props {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  count: number;
  offline: boolean;
  /** The measure word of what is listed. */
  unit?: string;
}

/** How a list ends: with more to come, with a way to try again, or with its end. */
export function FeedFoot({ query, count, offline, unit = '件' }: Props) {
  if (offline && !query.isFetchNextPageError) {
    return (
      <Button kind="soft" icon="refresh-cw" onTap={() => void query.refetch()}>
        再连一次
      </Button>
    );
  }
  if (query.isFetchNextPageError) {
    return (
      <Button kind="soft" icon="refresh-cw" onTap={() => void query.fetchNextPage()}>
        后面的没取到，再试一次
      </Button>
    );
  }
  if (query.isFetchingNextPage) return <View className="end">正在取后面的</View>;
  if (query.hasNextPage) {
    return (
      <Button kind="plain" onTap={() => void query.fetchNextPage()}>
        看更早的
      </Button>
    );
  }
  return (
    <View className="end">
      一共 {count} {unit}，到底了
    </View>
  );
}
