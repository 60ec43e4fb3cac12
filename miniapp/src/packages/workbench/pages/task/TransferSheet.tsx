import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { Sheet } from '../../../../components/Sheet';
import { WordsField } from '../../../../components/WordsField';
import { Wrong } from '../../../../components/Wrong';
import { useKeptDraft } from '../../../../features/draft/kept-draft';
import { useIncident } from '../../../../features/incident/hooks';
import { useOrganisations } from '../../../../features/organisation/hooks';
import { OrganisationPicks } from '../../../../features/organisation/OrganisationPicks';
import type { TaskDetail } from '../../../../request/contract';
import { sentence } from '../../../../request/refusal';

interface Props {
  task: TaskDetail;
  draftKey: string;
  busy: boolean;
  failure: string | undefined;
  onSend: (body: { organisationId: string; reason: string }) => void;
  onClose: () => void;
}

const NOTHING: { organisationId: string | null; reason: string } = { organisationId: null, reason: '' };

/** Gives the task to another organisation, with the same date, saying why. */
export function TransferSheet({ task, draftKey, busy, failure, onSend, onClose }: Props) {
  const [draft, change] = useKeptDraft(draftKey, NOTHING);
  const [wrong, setWrong] = useState<string>();
  const incident = useIncident(task.incidentId ?? '');
  const organisations = useOrganisations(incident.data?.communityId ?? '');
  const error = incident.query.error ?? organisations.query.error;
  const items = organisations.data?.items;
  const chosen = items?.find(({ id, hasPeople }) => id === draft.organisationId && hasPeople);
  const send = () => {
    if (chosen === undefined) setWrong('选一家来接');
    else if (draft.reason.trim() === '') setWrong('写一句为什么转');
    else onSend({ organisationId: chosen.id, reason: draft.reason.trim() });
  };
  const alter = (part: Partial<typeof draft>) => {
    change(part);
    setWrong(undefined);
  };
  const open = task.others.filter(({ state }) => state === 'assigned' || state === 'working');
  return (
    <Sheet id="transfer" title="转给谁" closeWords="先不转" onClose={onClose}>
      <View className="soft">时间不变，原来那家不用再办。</View>
      {items === undefined ? (
        <View className="soft">{error ? sentence(error) : '正在看有哪几家'}</View>
      ) : (
        <OrganisationPicks
          organisations={items}
          departmentsFirst={task.organisation.kind === 'department'}
          chosen={chosen ? [chosen.id] : []}
          busyNames={[task.organisation.name, ...open.map(({ organisationName }) => organisationName)]}
          onToggle={(organisationId) => alter({ organisationId })}
        />
      )}
      <WordsField
        id="transfer-note"
        label="为什么转"
        value={draft.reason}
        placeholder="写一句，比如：这是供电线路，归供电所"
        onWrite={(reason) => alter({ reason })}
      />
      <Wrong words={wrong ?? failure} />
      <Button id="transfer-send" busy={busy} onTap={send}>
        {busy ? '正在转' : '转过去'}
      </Button>
    </Sheet>
  );
}
