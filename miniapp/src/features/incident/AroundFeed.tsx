import { View } from '@tarojs/components';
import { Segments } from '../../components/Segments';
import { PublicFeed } from './PublicFeed';
import type { Reach, useAround } from './useAround';

const REACHES: Record<Reach, string> = { near: '附近', all: '全社区' };

/** 身边的事, near or in the whole community. */
export function AroundFeed({
  around,
  onReport,
}: {
  around: ReturnType<typeof useAround>;
  onReport: () => void;
}) {
  const { feed, reach, choose, nothingNearWords } = around;
  return (
    <>
      {choose ? <Segments id="around" labels={REACHES} chosen={reach} onChoose={choose} /> : null}
      {nothingNearWords ? <View className="soft">{nothingNearWords}</View> : null}
      <PublicFeed
        feed={feed}
        onReport={onReport}
        nothingWords={reach === 'near' ? '附近还没有人报过事' : undefined}
      />
    </>
  );
}
