import { INCIDENT_ACTION_LABELS } from '@linli/shared';
import { useState } from 'react';
import { api } from '../../api/client';
import type { IncidentCard } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { FootForm } from '../../forms/FootForm';
import type { MoveFormProps } from './forms';
import { MergeCandidates } from './MergeCandidates';
import { MergeCompare } from './MergeCompare';
import { useIncidentAction } from './useIncidentAction';

/** Finds the one that this is the same as, and shows both before they become one. */
export function MergePicker({ incident, onClose }: MoveFormProps) {
  const [into, setInto] = useState<IncidentCard | null>(null);
  const merge = useIncidentAction(
    incident.id,
    (actionId, intoId: string) =>
      api.POST('/api/incidents/{id}/merge', {
        params: { path: { id: incident.id } },
        body: { actionId, intoId },
      }),
    { say: '并好了，两边报的人都会知道进展', after: onClose },
  );
  return (
    <FootForm
      title="并入另一件相同的事"
      hint={
        into
          ? '并了不能再拆。这一件到此为止，报的人跟着看那一件。'
          : '先找出是哪一件。下面是同类没办完的，离得近的在前。'
      }
      submit={into ? '并成一件' : INCIDENT_ACTION_LABELS.merge}
      cancel={into ? '换一件' : '先不并'}
      wrong={merge.problem && (fieldMessage(merge.problem, 'intoId') ?? merge.problem.title)}
      pending={merge.pending}
      disabled={!into}
      onSubmit={() => into && merge.run(into.id)}
      onClose={into ? () => setInto(null) : onClose}
    >
      {into ? (
        <MergeCompare from={incident} into={into} />
      ) : (
        <MergeCandidates incident={incident} onPick={setInto} />
      )}
    </FootForm>
  );
}
