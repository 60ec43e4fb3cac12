import { api } from '../../api/client';
import type { MoveFormProps } from './forms';
import { IncidentReasonForm } from './IncidentReasonForm';

/** For a member of staff who reported it themselves: whoever reported says that it is not done yet. */
export function DisputeForm({ incident, onClose }: MoveFormProps) {
  return (
    <IncidentReasonForm
      incident={incident}
      onClose={onClose}
      action="dispute"
      title="还没好，说说哪里没好"
      hint="这件事会重新办，重新计时；前面超时的仍算超时。"
      placeholder="比如：灯亮了一晚，今天又不亮了"
      missing="写一句哪里还没好"
      submit="还没好，请接着办"
      cancel="再看看"
      say="知道了，会接着办"
      send={(actionId, note) =>
        api.POST('/api/incidents/{id}/dispute', {
          params: { path: { id: incident.id } },
          body: { actionId, note },
        })
      }
    />
  );
}
