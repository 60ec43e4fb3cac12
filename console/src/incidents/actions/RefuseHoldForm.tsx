import { api } from '../../api/client';
import type { MoveFormProps } from './forms';
import { IncidentReasonForm } from './IncidentReasonForm';

export function RefuseHoldForm({ incident, onClose }: MoveFormProps) {
  return (
    <IncidentReasonForm
      incident={incident}
      onClose={onClose}
      action="refuse_hold"
      title="不同意挂起，说说为什么"
      hint="时间一直没停过，接着办。"
      placeholder="比如：可以先拉警戒带，不用等"
      missing="写一句为什么不同意"
      cancel="再想想"
      say="没同意，接着计时"
      send={(actionId, reason) =>
        api.POST('/api/incidents/{id}/refuse-hold', {
          params: { path: { id: incident.id } },
          body: { actionId, reason },
        })
      }
    />
  );
}
