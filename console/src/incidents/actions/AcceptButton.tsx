import { INCIDENT_ACTION_LABELS } from '@linli/shared';
import { api } from '../../api/client';
import { ActionButton, type ActionProps } from './ActionButton';
import { useIncidentAction } from './useIncidentAction';

export function AcceptButton({ incident, solid }: ActionProps) {
  const accept = useIncidentAction(
    incident.id,
    (actionId) =>
      api.POST('/api/incidents/{id}/accept', { params: { path: { id: incident.id } }, body: { actionId } }),
    { say: '您接了这件事' },
  );
  return (
    <ActionButton solid={solid} loading={accept.pending} onClick={() => accept.run(undefined)}>
      {INCIDENT_ACTION_LABELS.accept}
    </ActionButton>
  );
}
