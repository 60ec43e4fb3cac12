import { momentWords, noticePhase, noticeSpanWords } from '@linli/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { ErrorPanel } from '../../../../components/ErrorPanel';
import { Icon } from '../../../../components/Icon';
import { ListSkeleton } from '../../../../components/ListSkeleton';
import { OfflineBanner } from '../../../../components/OfflineBanner';
import { goHome, goNotices, noticePage } from '../../../../components/places';
import { Screen } from '../../../../components/Screen';
import { StatePanel } from '../../../../components/StatePanel';
import { useNow } from '../../../../components/useNow';
import { useNotice, useReadingOf } from '../../../../features/notice/hooks';
import { ShareButton } from '../../../../features/share/ShareButton';
import { useShareCard } from '../../../../features/share/useShareCard';
import type { Notice } from '../../../../request/contract';
import { Refusal, sentence } from '../../../../request/refusal';
import './index.css';

/** One notice, for whoever has the link; opening it is reading it. */
export default function NoticePage() {
  const { id = '' } = useRouter().params;
  const { query, data: notice, seenAtMs } = useNotice(id);
  useReadingOf(notice);
  const card = notice?.state === 'published' ? { title: notice.title, path: noticePage(notice.id) } : null;
  useShareCard(card);
  const status = query.error instanceof Refusal ? query.error.problem.status : undefined;
  if (id === '' || status === 404 || status === 410) {
    return (
      <Screen>
        <StatePanel
          icon={status === 410 ? 'rotate-ccw' : 'search-x'}
          title={status === 410 ? '这条通知撤回了' : '没有找到这条通知'}
          text={status === 410 ? sentence(query.error) : '可能地址不对，看看别的通知吧'}
          action={{ words: '看全部通知', onTap: goNotices, icon: 'megaphone' }}
        >
          <Button kind="plain" icon="house" onTap={goHome}>
            回邻里
          </Button>
        </StatePanel>
      </Screen>
    );
  }
  if (notice === undefined) {
    return (
      <Screen>
        {query.isError ? (
          <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ListSkeleton words="正在取这条通知" />
        )}
      </Screen>
    );
  }
  return (
    <Screen>
      <OfflineBanner seenAtMs={seenAtMs} />
      <Told notice={notice} />
      {notice.desk ? <ForStaff notice={notice} desk={notice.desk} /> : null}
      {card ? <ShareButton card={card} words="发给邻居看" /> : null}
      <Button kind="plain" id="all-notices" icon="megaphone" onTap={goNotices}>
        看全部通知
      </Button>
    </Screen>
  );
}

const PHASES = { coming: '还没到', now: '正在进行', over: '已经过去' };

function Told({ notice }: { notice: Notice }) {
  const nowMs = useNow();
  const phase = noticePhase(notice, nowMs);
  const span = noticeSpanWords(notice, nowMs);
  const timed = span !== null || phase === 'over';
  return (
    <View className="card col" id="notice">
      <View className="row-s wrap">
        <View className="tag">{notice.kindLabel}</View>
        {timed ? (
          <View className={`tag ${phase === 'now' ? 'notice-tag-now' : ''}`}>{PHASES[phase]}</View>
        ) : null}
      </View>
      <View className="t0">{notice.title}</View>
      {span ? <Line icon="calendar-clock" words={span} /> : null}
      <Line icon="map-pin" words={notice.whereLabel} />
      <Text className="notice-words" userSelect>
        {notice.body}
      </Text>
      <View className="t3">
        {notice.communityName}
        {notice.publishedAt ? ` ${momentWords(notice.publishedAt, nowMs)} 发布` : ''}
      </View>
    </View>
  );
}

function Line({ icon, words }: { icon: string; words: string }) {
  return (
    <View className="row-s notice-line">
      <Icon name={icon} small />
      <View className="grow">{words}</View>
    </View>
  );
}

/** What only the community's own staff read. Letting through and withdrawing is done at the desk. */
function ForStaff({ notice, desk }: { notice: Notice; desk: NonNullable<Notice['desk']> }) {
  return (
    <View className="note" id="notice-for-staff">
      <Icon name="eye" small />
      <View className="grow">
        {notice.publishedAt === null
          ? `${notice.stateLabel}，居民还看不到，请在电脑后台处理`
          : `${notice.state === 'withdrawn' ? '已撤回，' : ''}已读 ${desk.readCount} 人。没登录看的不算在内`}
      </View>
    </View>
  );
}
