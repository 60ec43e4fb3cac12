import { View } from '@tarojs/components';
import { Icon } from '../../components/Icon';
import { goNotices } from '../../components/places';
import { pressable } from '../../components/pressable';
import { useNow } from '../../components/useNow';
import { useIsRead, useNoticesAtHome } from '../../features/notice/hooks';
import { NoticeRow } from '../../features/notice/NoticeRow';

/** How many notices stand on the home screen itself; the unread come first. */
const SHOWN = 2;

/** 通知: what the community has to tell, and the door to all of it. It comes with its answer, so that nothing jumps. */
export function NoticesCard() {
  const { data } = useNoticesAtHome();
  const isRead = useIsRead();
  const nowMs = useNow();
  if (!data) return null;
  const { items } = data;
  const unread = items.filter((notice) => !isRead(notice));
  const shown = [...unread, ...items.filter(isRead)].slice(0, SHOWN);
  const seen = items.length > 0 ? '都看过了' : '现在没有新的';
  return (
    <View className="card" id="notices">
      <View
        className="row notices-head"
        id="all-notices"
        aria-role="link"
        role="link"
        {...pressable(goNotices)}
        onClick={goNotices}
      >
        <Icon name="megaphone" />
        <View className="t1 grow">通知</View>
        <View className="soft">{unread.length > 0 ? `${unread.length} 条没看` : seen}</View>
        <Icon name="chevron-right" small />
      </View>
      {shown.map((notice) => (
        <NoticeRow
          key={notice.id}
          notice={notice}
          nowMs={nowMs}
          read={isRead(notice)}
          place={notice === shown.at(-1) ? 'last' : ''}
        />
      ))}
    </View>
  );
}
