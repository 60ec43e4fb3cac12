import { View } from '@tarojs/components';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { incidentPage } from '../../../../components/IncidentRow';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import {
  goHome,
  goMessageSettings,
  homeClaimsPage,
  myHomesPage,
  noticePage,
  privacyPage,
  taskPage,
} from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { useInbox, useReading } from '../../../../features/inbox/hooks';
import { WechatConsent } from '../../../../features/inbox/WechatConsent';
import { FeedFoot } from '../../../../features/incident/FeedFoot';
import type { InboxMessage } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { MessageRow } from './MessageRow';
import './index.css';

/** 消息: what I was told, the newest on top. */
export default function MessagesPage() {
  const signedIn = useSignedIn();
  return (
    <Screen>
      {signedIn ? (
        <Messages />
      ) : (
        <StatePanel
          icon="circle-user-round"
          title="登录后看您的消息"
          text="报的事有进展，会在这里告诉您"
          action={{ words: '去登录', onTap: goSignIn }}
        >
          <Button kind="plain" icon="house" onTap={goHome}>
            先回邻里
          </Button>
        </StatePanel>
      )}
    </Screen>
  );
}

function pageOf({ link }: InboxMessage): string | null {
  if (link.type === 'my_privacy') return privacyPage;
  if (link.id === null) return null;
  if (link.type === 'task') return taskPage(link.id);
  if (link.type === 'notice') return noticePage(link.id);
  if (link.type === 'my_home') return myHomesPage;
  if (link.type === 'home_claim') return homeClaimsPage;
  return link.type === 'incident' ? incidentPage(link.id) : null;
}

function Messages() {
  const { query, items, seenAtMs } = useInbox();
  const reading = useReading();
  const nowMs = useNow();
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  if (items === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={4} words="正在找您的消息" />
    );
  }
  const newest = items[0];
  const open = (message: InboxMessage) => {
    if (message.readAt === null) reading.one.mutate(message.id);
    const page = pageOf(message);
    if (page !== null) void Taro.navigateTo({ url: page });
  };
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      <Tools
        unread={items.some(({ readAt }) => readAt === null)}
        busy={reading.all.isPending}
        onReadAll={() => newest && reading.all.mutate(newest.at)}
      />
      {reading.all.isError ? (
        <View className="note note-over" aria-role="alert" role="alert">
          <Icon name="circle-alert" small />
          <View>{sentence(reading.all.error)}</View>
        </View>
      ) : null}
      <WechatConsent ask="when-due" />
      {items.length === 0 ? (
        <StatePanel icon="bell" title="还没有消息" text="报的事有了进展，会在这里告诉您" />
      ) : (
        <>
          <View className="card" id="messages">
            {items.map((message, i) => (
              <MessageRow
                key={message.id}
                message={message}
                nowMs={nowMs}
                leads={pageOf(message) !== null}
                place={`${i === 0 ? 'first' : ''} ${i === items.length - 1 ? 'last' : ''}`}
                onOpen={() => open(message)}
              />
            ))}
          </View>
          <FeedFoot query={query} count={items.length} offline={seenAtMs !== undefined} unit="条" />
        </>
      )}
    </>
  );
}

function Tools({ unread, busy, onReadAll }: { unread: boolean; busy: boolean; onReadAll: () => void }) {
  return (
    <View className="row between">
      {unread ? (
        <Button kind="soft" small id="read-all" icon="check-check" busy={busy} onTap={onReadAll}>
          全部已读
        </Button>
      ) : (
        <View />
      )}
      <Button kind="plain" small id="message-settings" icon="settings" onTap={goMessageSettings}>
        消息设置
      </Button>
    </View>
  );
}
