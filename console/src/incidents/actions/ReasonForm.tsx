import { LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import type { IncidentDetail } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { MoveForm } from './MoveForm';
import type { Move } from './moves';
import { useDraft } from './useDraft';
import { useIncidentAction } from './useIncidentAction';

interface ReasonFormProps {
  incident: IncidentDetail;
  onClose: () => void;
  move: Move;
  title: string;
  hint: string;
  placeholder: string;
  /** What is said when nothing was written. */
  missing: string;
  submit: string;
  cancel: string;
  say: string;
  send: (
    actionId: string,
    words: string,
  ) => Promise<{ data?: IncidentDetail; error?: unknown; response: Response }>;
}

/** For whatever must not be done without saying why. */
export function ReasonForm(props: ReasonFormProps) {
  const { incident, onClose, move, title, hint, placeholder, missing, submit, cancel, say, send } = props;
  const [words, setWords] = useDraft(`${move}.${incident.id}`);
  const [tried, setTried] = useState(false);
  const action = useIncidentAction(incident.id, send, {
    say,
    after: () => {
      setWords('');
      onClose();
    },
  });
  const written = words.trim();
  function onSubmit(): void {
    setTried(true);
    if (written) action.run(written);
  }
  return (
    <MoveForm
      title={title}
      hint={hint}
      submit={submit}
      cancel={cancel}
      wrong={
        (tried && !written && missing) ||
        (fieldMessage(action.problem, 'reason') ?? fieldMessage(action.problem, 'note'))
      }
      pending={action.pending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Input.TextArea
        id={`${move.replace('_', '-')}-words`}
        aria-label={title}
        autoFocus
        rows={3}
        maxLength={LIMITS.noteChars}
        value={words}
        placeholder={placeholder}
        onChange={(e) => setWords(e.target.value)}
      />
    </MoveForm>
  );
}
