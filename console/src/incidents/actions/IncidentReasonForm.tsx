import { INCIDENT_ACTION_LABELS, type IncidentAction } from '@linli/shared';
import type { IncidentDetail } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { ReasonForm } from '../../forms/ReasonForm';
import { useDraft } from '../../forms/useDraft';
import { useIncidentAction } from './useIncidentAction';

interface IncidentReasonFormProps {
  incident: IncidentDetail;
  onClose: () => void;
  action: IncidentAction;
  title: string;
  hint: string;
  placeholder: string;
  missing: string;
  limit?: number;
  submit?: string;
  cancel: string;
  say: string;
  send: (
    actionId: string,
    words: string,
  ) => Promise<{ data?: IncidentDetail; error?: unknown; response: Response }>;
}

/** A reason for what is done to an incident, kept as a draft until it is. */
export function IncidentReasonForm(props: IncidentReasonFormProps) {
  const { incident, action, say, send, submit = INCIDENT_ACTION_LABELS[action], ...form } = props;
  const draft = useDraft(`${action}.${incident.id}`);
  const { pending, problem, run } = useIncidentAction(incident.id, send, {
    say,
    after: () => {
      draft[1]('');
      form.onClose();
    },
  });
  return (
    <ReasonForm
      {...form}
      id={`${action.replace('_', '-')}-words`}
      submit={submit}
      draft={draft}
      wrong={
        fieldMessage(problem, 'reason') ?? fieldMessage(problem, 'note') ?? fieldMessage(problem, 'words')
      }
      pending={pending}
      onSend={run}
    />
  );
}
