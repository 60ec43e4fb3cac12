import type { IncidentAction } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import type { IncidentDetail } from '../../../../request/contract';
import { JudgeWays } from './JudgeWays';
import { moreActions, type NextAction, nextAction } from './next-action';
import type { DetailActs } from './useDetailActs';

interface Props {
  incident: IncidentDetail;
  acts: DetailActs;
}

const NEXT_WORDS: Record<Exclude<NextAction, 'judge'>, { words: string; icon?: string }> = {
  accept: { words: '我来处理' },
  plan: { words: '定个方案', icon: 'calendar-check' },
  approve_hold: { words: '同意先停一停', icon: 'pause' },
  resume: { words: '接着办' },
  dispatch: { words: '自己办' },
  resolve: { words: '办好了', icon: 'circle-check' },
  confirm: { words: '确认办好了', icon: 'circle-check' },
};

/** Whether there is anything to press at the foot. */
export const hasFoot = (incident: IncidentDetail) =>
  nextAction(incident) !== undefined || moreActions(incident).length > 0;

/** The next move alone at the thumb, everything else behind 更多, and above them why the last one was refused. */
export function DetailFoot({ incident, acts }: Props) {
  const next = nextAction(incident);
  return (
    <View className="grow col">
      {acts.failure && acts.sheet === null ? (
        <View className="note note-over" aria-role="alert" role="alert" id="act-failure">
          <Icon name="circle-alert" small />
          <View>{acts.failure}</View>
        </View>
      ) : null}
      {next === 'judge' && incident.judging !== null ? (
        <JudgeWays judging={incident.judging} busy={acts.busy === 'judge'} onJudge={acts.judge} />
      ) : null}
      <View className="foot-row">
        <Beside incident={incident} acts={acts} />
        {next && next !== 'judge' ? <Next action={next} acts={acts} /> : null}
      </View>
    </View>
  );
}

function Next({ action, acts }: { action: Exclude<NextAction, 'judge'>; acts: DetailActs }) {
  const { words, icon } = NEXT_WORDS[action];
  return (
    <Button
      id={`act-${dashed(action)}`}
      stretch
      busy={acts.busy === action}
      {...(icon ? { icon } : {})}
      onTap={() => acts.press(action)}
    >
      {words}
    </Button>
  );
}

/** What stands beside the next move: the reporter's 还没好, giving the work to others, or the way to the rest. */
function Beside({ incident, acts }: Props) {
  if (nextAction(incident) === 'dispatch') {
    return (
      <>
        <More incident={incident} acts={acts} />
        <Button id="act-hand-over" kind="outline" onTap={() => acts.open('dispatch')}>
          请人来办
        </Button>
      </>
    );
  }
  if (incident.allowedActions.includes('dispute')) {
    return (
      <>
        <More incident={incident} acts={acts} />
        <Button id="act-dispute" kind="outline" onTap={() => acts.open('dispute')}>
          还没好
        </Button>
      </>
    );
  }
  return <More incident={incident} acts={acts} />;
}

function More({ incident, acts }: Props) {
  if (moreActions(incident).length === 0) return null;
  return (
    <Button id="act-more" kind="outline" icon="ellipsis" onTap={() => acts.open('more')}>
      更多
    </Button>
  );
}

export const dashed = (action: IncidentAction) => action.replace('_', '-');
