import { INCIDENT_ACTION_LABELS } from '@linli/shared';
import { api } from '../../api/client';
import { ActionButton, type ActionProps } from './ActionButton';
import { useIncidentAction } from './useIncidentAction';

/** Starts the handling by ourselves (自办), the one route there is so far. */
export function DispatchButton({ incident, solid }: ActionProps) {
  const dispatch = useIncidentAction(
    incident.id,
    (actionId) =>
      api.POST('/api/incidents/{id}/dispatch', {
        params: { path: { id: incident.id } },
        body: { actionId, route: 'self' },
      }),
    { say: '开始办理了' },
  );
  return (
    <ActionButton solid={solid} loading={dispatch.pending} onClick={() => dispatch.run(undefined)}>
      {INCIDENT_ACTION_LABELS.dispatch}
    </ActionButton>
  );
}
