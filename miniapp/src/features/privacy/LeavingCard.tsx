import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Wrong } from '../../components/Wrong';
import type { MyPrivacy } from '../../request/contract';
import { sentence } from '../../request/refusal';
import { dayWords } from './day-words';
import { useStay } from './hooks';

/** Somebody is leaving: when, what stands in the way, and one tap to stay. */
export function LeavingCard({ erasure }: { erasure: NonNullable<MyPrivacy['erasure']> }) {
  const staying = useStay(erasure.id);
  return (
    <View className="card col" id="leaving">
      <View className="row">
        <Icon name="clock" />
        <View className="t1 grow">
          {erasure.state === 'postponed' ? '注销往后推了' : `${dayWords(erasure.dueAt)}注销`}
        </View>
      </View>
      {erasure.obstacles.map((words) => (
        <View className="note note-wait" key={words}>
          <View className="grow">{words}</View>
        </View>
      ))}
      <View className="soft">
        {erasure.state === 'postponed'
          ? '上面的事办完，系统每天再试一次。'
          : '这以前一切照常，随时可以反悔。'}
      </View>
      <Wrong words={staying.isError ? sentence(staying.error) : undefined} />
      <Button kind="soft" id="stay" busy={staying.isPending} onTap={() => staying.mutate()}>
        {staying.isPending ? '正在取消' : '不注销了'}
      </Button>
    </View>
  );
}
