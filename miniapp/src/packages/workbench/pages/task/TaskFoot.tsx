import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import type { TaskDetail } from '../../../../request/contract';
import { dashed, moreMoves, NEXT_WORDS, nextMove } from './task-moves';
import type { TaskMoves } from './useTaskMoves';

/** The next step alone at the thumb, the rest behind 更多, and above them why the last one was refused. */
export function TaskFoot({ task, moves }: { task: TaskDetail; moves: TaskMoves }) {
  const next = nextMove(task);
  return (
    <View className="grow col">
      {moves.failure && moves.sheet === null ? (
        <View className="note note-over" aria-role="alert" role="alert" id="act-failure">
          <Icon name="circle-alert" small />
          <View>{moves.failure}</View>
        </View>
      ) : null}
      <View className="foot-row">
        {moreMoves(task).length > 0 ? (
          <Button id="act-more" kind="outline" icon="ellipsis" onTap={() => moves.open('more')}>
            更多
          </Button>
        ) : null}
        {next ? (
          <Button
            id={`act-${dashed(next)}`}
            stretch
            kind={next === 'urge' ? 'soft' : 'solid'}
            busy={moves.busy === next}
            {...(NEXT_WORDS[next].icon ? { icon: NEXT_WORDS[next].icon } : {})}
            onTap={() => moves.press(next)}
          >
            {NEXT_WORDS[next].words}
          </Button>
        ) : null}
      </View>
    </View>
  );
}
