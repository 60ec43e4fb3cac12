import { INCIDENT_ACTION_LABELS, LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { serverNowMs } from '../../clock/server-time';
import { fromDateTimeInput } from '../../clock/shanghai-input';
import { DueField } from '../../forms/DueField';
import { FootForm } from '../../forms/FootForm';
import { useDraft } from '../../forms/useDraft';
import type { MoveFormProps } from './forms';
import { useIncidentAction } from './useIncidentAction';

/** What will be done about a hard one, and by when: from here on its own date counts. */
export function PlanForm({ incident, onClose }: MoveFormProps) {
  const [due, setDue] = useDraft(`plan-due.${incident.id}`);
  const [note, setNote] = useDraft(`plan.${incident.id}`);
  const [tried, setTried] = useState(false);
  const plan = useIncidentAction(
    incident.id,
    (actionId, body: { dueAt: string; note: string }) =>
      api.POST('/api/incidents/{id}/plan', {
        params: { path: { id: incident.id } },
        body: { actionId, ...body },
      }),
    {
      say: '方案定下了，按这个日期计时',
      after: () => {
        setDue('');
        setNote('');
        onClose();
      },
    },
  );
  const dueAt = fromDateTimeInput(due);
  const missing = missingOf(note, dueAt);
  function onSubmit(): void {
    setTried(true);
    if (dueAt && !missing) plan.run({ dueAt, note: note.trim() });
  }
  return (
    <FootForm
      title="定下方案"
      hint="定了就不能改，按这个日期计时。报的人看得到。"
      submit={INCIDENT_ACTION_LABELS.plan}
      cancel="先不定"
      wrong={
        (tried && missing) || (fieldMessage(plan.problem, 'note') ?? fieldMessage(plan.problem, 'dueAt'))
      }
      pending={plan.pending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Input.TextArea
        id="plan-note"
        aria-label="打算怎么办"
        autoFocus
        rows={3}
        maxLength={LIMITS.noteChars}
        value={note}
        placeholder="比如：先围起来，下周一请维修队换排水管"
        onChange={(e) => setNote(e.target.value)}
      />
      <DueField id="plan-due" label="哪天办好" value={due} onChange={setDue} />
    </FootForm>
  );
}

function missingOf(note: string, dueAt: string | null): string | null {
  if (!note.trim()) return '写一句打算怎么办';
  if (!dueAt) return '选一个办好的日期';
  return Date.parse(dueAt) > serverNowMs() ? null : '日期要在现在之后';
}
