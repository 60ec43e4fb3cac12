import { CHECK_BACK_LABELS, momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { incidentPage } from '../../../../components/IncidentRow';
import { StateChip } from '../../../../components/StateChip';
import type { IncidentDetail } from '../../../../request/contract';

/** What has to be known before anything else: not taken on, the same as another, on hold, planned, begun again. */
export function Standing({ incident, nowMs }: { incident: IncidentDetail; nowMs: number }) {
  return (
    <>
      <Rejected incident={incident} />
      <MergedInto incident={incident} />
      <HoldCard incident={incident} nowMs={nowMs} />
      <PlanCard incident={incident} nowMs={nowMs} />
      <Lines lines={linesOf(incident, nowMs)} />
    </>
  );
}

function Rejected({ incident: { state, rejectReason } }: { incident: IncidentDetail }) {
  if (state !== 'rejected') return null;
  return (
    <View className="card col-s" id="rejected">
      <View className="t1">这件事没有受理</View>
      {rejectReason ? <View>{rejectReason}</View> : null}
      <View className="t3">情况有变化，可以再报一次</View>
    </View>
  );
}

function MergedInto({ incident: { mergedInto, mine } }: { incident: IncidentDetail }) {
  if (mergedInto === null) return null;
  const { id, number, title, state } = mergedInto;
  return (
    <View className="card col" id="merged-into">
      <View className="t1">有邻居先报了同一件事</View>
      <View className="row wrap between">
        <View className="grow soft">
          {title}・{number}
        </View>
        <StateChip state={state} />
      </View>
      <View className="t3">两件并在一起办{mine ? '，那一件有了进展，您也会知道' : ''}</View>
      <Button kind="soft" id="go-merged-into" onTap={() => void Taro.navigateTo({ url: incidentPage(id) })}>
        去看那一件
      </Button>
    </View>
  );
}

function HoldCard({ incident: { hold }, nowMs }: { incident: IncidentDetail; nowMs: number }) {
  if (hold === null) return null;
  const since = momentWords(hold.requestedAt, nowMs);
  const by = hold.mine ? '您' : hold.byLabel;
  const held = hold.state === 'held';
  return (
    <View className="card col-s" id="hold">
      <View className="row-s t1">
        <Icon name="pause" small />
        <View>{held ? `${since} 起停表` : '申请先停一停，等社区同意'}</View>
      </View>
      {hold.reason ? <View>{hold.reason}</View> : null}
      <View className="t3">
        {by ? `${by} ${since} 申请，` : ''}
        {held ? '条件好了就接着办，再接着计时' : '同意了就从那时停表'}
      </View>
    </View>
  );
}

function PlanCard({ incident: { plan }, nowMs }: { incident: IncidentDetail; nowMs: number }) {
  if (plan === null) return null;
  return (
    <View className="card col-s" id="plan">
      <View className="row-s t1">
        <Icon name="calendar-check" small />
        <View>定在 {momentWords(plan.dueAt, nowMs)} 前办好</View>
      </View>
      {plan.note ? <View>{plan.note}</View> : null}
      <View className="t3">这件事难办，先定了方案，按这个日子算时限</View>
    </View>
  );
}

interface Line {
  icon: string;
  words: string;
  over?: boolean;
}

function linesOf(incident: IncidentDetail, nowMs: number): Line[] {
  const { round, checkBack, escalatedTo, mergedCount, state, mine } = incident;
  const open = state === 'reported' || state === 'accepted' || state === 'handling';
  return [
    open && escalatedTo !== null
      ? { icon: 'triangle-alert', words: `超过了时限，已经报给${escalatedTo}`, over: true }
      : null,
    round > 1 ? { icon: 'rotate-ccw', words: roundWords(incident) } : null,
    checkBack === null
      ? null
      : {
          icon: 'phone',
          words: [
            `${momentWords(checkBack.at, nowMs)} 社区回访：${CHECK_BACK_LABELS[checkBack.outcome]}`,
            checkBack.note,
          ]
            .filter(Boolean)
            .join('，'),
        },
    mergedCount > 0
      ? { icon: 'users-round', words: `${mine ? '另外' : ''}还有 ${mergedCount} 位邻居报过同一件事` }
      : null,
  ].filter((line) => line !== null);
}

/** Why it is worked on again, and that what was late before stays so. */
function roundWords({ round, timeline, mine }: IncidentDetail): string {
  const again = [...timeline].reverse().find(({ action }) => action === 'dispute' || action === 'check_back');
  const why = again?.action === 'check_back' ? '回访时居民说还没好' : `${mine ? '您' : '居民'}说还没好`;
  return `第 ${round} 次办：${why}，重新算时限，前面的记录都留着`;
}

function Lines({ lines }: { lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <View className="col-s" id="standing">
      {lines.map(({ icon, words, over }) => (
        <View className={`note ${over ? 'note-over' : ''}`} key={words}>
          <Icon name={icon} small />
          <View className="grow">{words}</View>
        </View>
      ))}
    </View>
  );
}
