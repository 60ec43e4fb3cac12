import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { UnreadBadge } from '../features/inbox/UnreadBadge';
import { useUnreadCount } from '../features/inbox/useUnreadCount';
import { Icon } from './Icon';
import { pressable } from './pressable';

const TABS = [
  { id: 'tab-home', page: 'pages/home/index', words: '邻里', icon: 'house' },
  { id: 'tab-me', page: 'pages/me/index', words: '我的', icon: 'user-round' },
] as const;

export const isTab = (path: string) => TABS.some(({ page }) => path.includes(page));

/** The tabs at the foot. Drawn by us and not by WeChat, so that elder mode makes them larger too. */
export function TabBar({ path }: { path: string }) {
  const unread = useUnreadCount();
  return (
    <View className="tabs" aria-role="tablist" role="tablist">
      {TABS.map(({ id, page, words, icon }) => {
        const here = path.includes(page);
        const open = () => {
          if (!here) void Taro.switchTab({ url: `/${page}` });
        };
        return (
          <View
            key={page}
            id={id}
            className={`tab ${here ? 'tab-on' : ''}`}
            aria-role="tab"
            role="tab"
            aria-selected={here}
            {...pressable(open)}
            onClick={open}
          >
            <Icon name={icon} />
            <View>{words}</View>
            {id === 'tab-me' ? <UnreadBadge unread={unread} /> : null}
          </View>
        );
      })}
    </View>
  );
}
