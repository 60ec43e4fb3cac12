import { api } from '../../api/client';
import type { MoveFormProps } from './forms';
import { IncidentReasonForm } from './IncidentReasonForm';

/** The reason is public, so the form says so before it is written. */
export function RejectForm({ incident, onClose }: MoveFormProps) {
  return (
    <IncidentReasonForm
      incident={incident}
      onClose={onClose}
      action="reject"
      title="不受理，说说为什么"
      hint="这句话报的人和邻居都会看到。请说清楚该找谁，不要写人名和电话。"
      placeholder="比如：这条路归市政管，已经转告 12345"
      missing="写一句不受理的原因，大家都会看到"
      cancel="再想想"
      say="没有受理，原因已公开"
      send={(actionId, reason) =>
        api.POST('/api/incidents/{id}/reject', {
          params: { path: { id: incident.id } },
          body: { actionId, reason },
        })
      }
    />
  );
}
