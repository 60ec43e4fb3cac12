import { INCIDENT_ACTION_LABELS } from '@linli/shared';
import { api } from '../../api/client';
import { ActionButton, type ActionProps } from './ActionButton';
import { useIncidentAction } from './useIncidentAction';

/** Lets the neighbours read the text and see the photos; who reported stays unseen. Never pressing, so never solid. */
export function PublishButton({ incident }: Pick<ActionProps, 'incident'>) {
  const publish = useIncidentAction(
    incident.id,
    (actionId) =>
      api.POST('/api/incidents/{id}/publish', { params: { path: { id: incident.id } }, body: { actionId } }),
    { say: '邻居能看到文字和照片了' },
  );
  return (
    <ActionButton solid={false} loading={publish.pending} onClick={() => publish.run(undefined)}>
      {INCIDENT_ACTION_LABELS.publish}
    </ActionButton>
  );
}
