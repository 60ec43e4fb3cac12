import { MoreSheet } from '../../../../components/MoreSheet';
import { WordsSheet } from '../../../../components/WordsSheet';
import { DueSheet } from '../../../../features/due/DueSheet';
import { EvidenceSheet } from '../../../../features/evidence/EvidenceSheet';
import type { IncidentDetail } from '../../../../request/contract';
import { PLAN, WORDED } from './asked-words';
import { CheckBackSheet } from './CheckBackSheet';
import { dashed } from './DetailFoot';
import { DispatchSheet } from './DispatchSheet';
import { LocateSheet } from './LocateSheet';
import { MORE_WORDS, moreActions } from './next-action';
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
  if (sheet === 'more') {
    const ways = moreActions(incident).map((action) => ({
      id: `act-${dashed(action)}`,
      ...MORE_WORDS[action],
      onTap: () => acts.open(action),
    }));
    return <MoreSheet ways={ways} onClose={close} />;
  }
  if (!incident.allowedActions.includes(sheet)) return null;
  const draftKey = draftKeyOf(sheet, incident.id);
  const ends = { busy: acts.busy === sheet, failure: acts.failure, onClose: close };
  if (sheet === 'resolve') {
    return (
      <EvidenceSheet
        id="resolve"
        draftKey={draftKey}
        send="办好了，请居民确认"
        {...ends}
        onSend={(body) => acts.act('resolve', body)}
      />
    );
  }
  if (sheet === 'dispatch') {
    return (
      <DispatchSheet
        incident={incident}
        nowMs={nowMs}
        draftKey={draftKey}
        {...ends}
        onSend={(body) => acts.act('dispatch', { ...body })}
      />
    );
  }
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
  if (sheet === 'locate') {
    return (
      <LocateSheet
        {...ends}
        communityId={incident.communityId}
        onSend={(body) => acts.act('locate', { ...body })}
      />
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
