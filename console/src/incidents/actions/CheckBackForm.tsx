import {
  CHECK_BACK_LABELS,
  CHECK_BACK_OUTCOMES,
  type CheckBackOutcome,
  INCIDENT_ACTION_LABELS,
  LIMITS,
} from '@linli/shared';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { FootForm } from '../../forms/FootForm';
import { useDraft } from '../../forms/useDraft';
import type { MoveFormProps } from './forms';
import { useIncidentAction } from './useIncidentAction';

/** What the reporter said when asked afterwards, by somebody who did not handle it. */
export function CheckBackForm({ incident, onClose }: MoveFormProps) {
  const [outcome, setOutcome] = useState<CheckBackOutcome | null>(null);
  const [note, setNote] = useDraft(`check-back.${incident.id}`);
  const [tried, setTried] = useState(false);
  const checkBack = useIncidentAction(
    incident.id,
    (actionId, body: { outcome: CheckBackOutcome; note: string }) =>
      api.POST('/api/incidents/{id}/check-back', {
        params: { path: { id: incident.id } },
        body: { actionId, ...body },
      }),
    {
      say: ({ outcome: heard }) =>
        heard === 'unsatisfied' && incident.state === 'resolved' ? '记下了，重新办' : '记下了',
      after: () => {
        setNote('');
        onClose();
      },
    },
  );
  const missing = !outcome ? '先选居民怎么说' : note.trim() ? null : '写一句居民怎么说的';
  function onSubmit(): void {
    setTried(true);
    if (outcome && !missing) checkBack.run({ outcome, note: note.trim() });
  }
  return (
    <FootForm
      title="回访居民"
      hint={
        incident.state === 'resolved'
          ? '居民说还没好，就重新办、重新计时。'
          : '这件事已经结了，回访只记下来。'
      }
      submit={INCIDENT_ACTION_LABELS.check_back}
      cancel="先不记"
      wrong={
        (tried && missing) ||
        (fieldMessage(checkBack.problem, 'outcome') ?? fieldMessage(checkBack.problem, 'note'))
      }
      pending={checkBack.pending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Radio.Group
        aria-label="居民怎么说"
        optionType="button"
        options={CHECK_BACK_OUTCOMES.map((value) => ({ value, label: CHECK_BACK_LABELS[value] }))}
        value={outcome}
        onChange={(e) => setOutcome(e.target.value)}
      />
      <Input.TextArea
        id="check-back-note"
        aria-label="居民怎么说的"
        rows={3}
        maxLength={LIMITS.noteChars}
        value={note}
        placeholder="比如：打电话问过，说灯亮了，很满意"
        onChange={(e) => setNote(e.target.value)}
      />
    </FootForm>
  );
}
