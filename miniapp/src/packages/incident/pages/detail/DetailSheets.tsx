import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import { pressable } from '../../../../components/pressable';
import { Sheet } from '../../../../components/Sheet';
import { WordsSheet } from '../../../../components/WordsSheet';
import { DueSheet } from '../../../../features/due/DueSheet';
import type { IncidentDetail } from '../../../../request/contract';
import { PLAN, WORDED } from './asked-words';
import { CheckBackSheet } from './CheckBackSheet';
import { dashed } from './DetailFoot';
import { MORE_WORDS, moreActions } from './next-action';
import { ResolveSheet } from './ResolveSheet';
import { type DetailActs, draftKeyOf } from './useDetailActs';

interface Props {
  incident: IncidentDetail;
  nowMs: number;
  acts: DetailActs;
}

/** The sheet that is open, if any; one whose action is no longer allowed closes by itself. */
export function DetailSheets({ incident, nowMs, acts }: Props) {
  const { sheet, close } = acts;
  if (sheet === null) return null;
  if (sheet === 'more') return <MoreSheet incident={incident} acts={acts} />;
  if (!incident.allowedActions.includes(sheet)) return null;
  const ends = { busy: acts.busy === sheet, failure: acts.failure, onClose: close };
  if (sheet === 'resolve') {
    return <ResolveSheet incidentId={incident.id} {...ends} onSend={(body) => acts.act('resolve', body)} />;
  }
  const draftKey = draftKeyOf(sheet, incident.id);
  if (sheet === 'plan') {
    return (
      <DueSheet
        {...PLAN}
        {...ends}
        draftKey={draftKey}
        nowMs={nowMs}
        onSend={(dueAt, note) => acts.act('plan', { dueAt, note })}
      />
    );
  }
  if (sheet === 'check_back') {
    return (
      <CheckBackSheet {...ends} draftKey={draftKey} onSend={(body) => acts.act('check_back', { ...body })} />
    );
  }
  const worded = WORDED[sheet];
  if (worded === undefined) return null;
  const { field, ...asked } = worded;
  return (
    <WordsSheet
      id={dashed(sheet)}
      draftKey={draftKey}
      {...asked}
      {...ends}
      onSend={(words) => acts.act(sheet, { [field]: words })}
    />
  );
}

/** The other things that may be done, each with what follows from it. */
function MoreSheet({ incident, acts }: Omit<Props, 'nowMs'>) {
  return (
    <Sheet id="more" title="还可以" closeWords="关上" onClose={acts.close}>
      {moreActions(incident).map((action) => {
        const { icon, title, text } = MORE_WORDS[action];
        const choose = () => acts.open(action);
        return (
          <View
            key={action}
            id={`act-${dashed(action)}`}
            className="choice"
            aria-role="button"
            role="button"
            {...pressable(choose)}
            onClick={choose}
          >
            <Icon name={icon} />
            <View className="grow">
              <View className="t2">{title}</View>
              <View className="t3">{text}</View>
            </View>
            <Icon name="chevron-right" small />
          </View>
        );
      })}
    </Sheet>
  );
}
