import { useReachBottom } from '@tarojs/taro';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goHome } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useWaitingClaims } from '../../../../features/household/hooks';
import { FeedFoot } from '../../../../features/incident/FeedFoot';
import type { MemberLine } from '../../../../request/contract';
import { useMe } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { ClaimCard } from './ClaimCard';

/** 确认住户: who says they live here, for the building's captain and the community's staff. */
export default function HomeClaimsPage() {
  const me = useMe();
  if (!me) {
    return (
      <Screen>
        <StatePanel
          icon="circle-user-round"
          title="登录后确认住户"
          action={{ words: '去登录', onTap: goSignIn }}
        />
      </Screen>
    );
  }
  if (!me.permissions.includes('household.confirm')) {
    return (
      <Screen>
        <StatePanel
          icon="eye-off"
          title="您现在不负责确认住户"
          text="楼长和社区工作者才可以"
          action={{ words: '回邻里', onTap: goHome, icon: 'house' }}
        />
      </Screen>
    );
  }
  return (
    <Screen>
      <Claims />
    </Screen>
  );
}

function Claims() {
  const { items, query, seenAtMs } = useWaitingClaims();
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  });
  const claims = items as MemberLine[] | undefined;
  if (claims === undefined) {
    return query.isError ? (
      <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={3} words="正在看谁在等您" />
    );
  }
  return (
    <>
      <OfflineBanner seenAtMs={seenAtMs} />
      {claims.length === 0 ? (
        <StatePanel icon="users-round" title="没有人在等" text="有邻居认领房子，会出现在这里" />
      ) : (
        <>
          {claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
          <FeedFoot query={query} count={claims.length} offline={seenAtMs !== undefined} unit="位" />
        </>
      )}
    </>
  );
}
