import { api } from '../../api/client';
import type { MoveFormProps } from './forms';
import { IncidentReasonForm } from './IncidentReasonForm';

/** Asks to stop the clock. Somebody else decides. */
export function HoldForm({ incident, onClose }: MoveFormProps) {
  return (
    <IncidentReasonForm
      incident={incident}
      onClose={onClose}
      action="request_hold"
      title="申请挂起，说说等什么"
      hint="要由别人来批。批了从现在停表，没批就照样计时；已经超时的仍算超时。"
      placeholder="比如：灯具要订货，三天后到"
      missing="写一句为什么要停下来"
      cancel="先不挂起"
      say="已申请，等别人来批"
      send={(actionId, reason) =>
        api.POST('/api/incidents/{id}/request-hold', {
          params: { path: { id: incident.id } },
          body: { actionId, reason },
        })
      }
    />
  );
}
