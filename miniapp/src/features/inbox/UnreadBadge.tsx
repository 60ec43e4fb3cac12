import { View } from '@tarojs/components';

/** More than this is not counted out: nobody acts on the difference. */
const MOST_SHOWN = 99;

export function UnreadBadge({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <View className="badge" aria-label={`${unread} 条没看`} ariaLabel={`${unread} 条没看`}>
      {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
    </View>
  );
}
