import { MoreSheet } from '../../../../components/MoreSheet';
import { WordsSheet } from '../../../../components/WordsSheet';
import { DueSheet } from '../../../../features/due/DueSheet';
import { EvidenceSheet } from '../../../../features/evidence/EvidenceSheet';
import type { TaskDetail } from '../../../../request/contract';
import { TransferSheet } from './TransferSheet';
import { ASK_TIME, dashed, MORE_WORDS, moreMoves, WORDED } from './task-moves';
import { draftKeyOf, type TaskMoves } from './useTaskMoves';

interface Props {
  task: TaskDetail;
  nowMs: number;
  moves: TaskMoves;
}

/** The sheet that is open, if any; one whose move is no longer allowed closes by itself. */
export function TaskSheets({ task, nowMs, moves }: Props) {
  const { sheet, close, act } = moves;
  if (sheet === null) return null;
  if (sheet === 'more') {
    const ways = moreMoves(task).map((action) => ({
      id: `act-${dashed(action)}`,
      ...MORE_WORDS[action],
      onTap: () => moves.open(action),
    }));
    return <MoreSheet ways={ways} onClose={close} />;
  }
  if (!task.allowedActions.includes(sheet)) return null;
  const draftKey = draftKeyOf(sheet, task.id);
  const ends = { draftKey, busy: moves.busy === sheet, failure: moves.failure, onClose: close };
  if (sheet === 'finish') {
    return (
      <EvidenceSheet id="finish" send="办好了，告诉社区" {...ends} onSend={(body) => act('finish', body)} />
    );
  }
  if (sheet === 'ask_time') {
    return (
      <DueSheet
        {...ASK_TIME}
        {...ends}
        nowMs={nowMs}
        onSend={(dueAt, reason) => act('ask_time', { dueAt, reason })}
      />
    );
  }
  if (sheet === 'transfer') {
    return <TransferSheet task={task} {...ends} onSend={(body) => act('transfer', { ...body })} />;
  }
  const worded = WORDED[sheet];
  if (worded === undefined) return null;
  const { field, ...asked } = worded;
  return (
    <WordsSheet
      id={dashed(sheet)}
      {...asked}
      {...ends}
      onSend={(words) => act(sheet, words === '' ? {} : { [field]: words })}
    />
  );
}
