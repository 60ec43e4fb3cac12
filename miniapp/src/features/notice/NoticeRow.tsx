import { noticePhase, noticeSpanWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from '../../components/Icon';
import { goNotice } from '../../components/places';
import { pressable } from '../../components/pressable';
import type { NoticeCard } from '../../request/contract';

interface Props {
  notice: NoticeCard;
  nowMs: number;
  read: boolean;
  place: string;
}

/** One notice in a list: what, when, for whom. One that was not read carries a dot and the word for it. */
export function NoticeRow({ notice, nowMs, read, place }: Props) {
  const open = () => goNotice(notice.id);
  const phase = noticePhase(notice, nowMs);
  const span = noticeSpanWords(notice, nowMs);
  return (
    <View
      className={`list-item row notice-row ${place}`}
      id={`notice-${notice.id}`}
      aria-role="link"
      role="link"
      {...pressable(open)}
      onClick={open}
    >
      <View className={`notice-mark ${phase === 'over' ? 'notice-mark-over' : ''}`}>
        <Icon name={notice.icon} />
      </View>
      <View className="grow col-s">
        <View className="row-s wrap">
          {read ? null : <View className="notice-new">新</View>}
          <View className={read ? '' : 't2'}>{notice.title}</View>
        </View>
        <View className="t3">{[notice.kindLabel, notice.whereLabel].join('·')}</View>
        {span ? (
          <View className={`t3 ${phase === 'now' ? 'notice-now' : ''}`}>
            {phase === 'now' && notice.startsAt ? `正在进行，${span}` : span}
          </View>
        ) : null}
      </View>
      <Icon name="chevron-right" small />
    </View>
  );
}
