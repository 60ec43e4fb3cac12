import { LIMITS } from '@linli/shared';
import { api } from '../../api/client';
import type { MoveFormProps } from './forms';
import { IncidentReasonForm } from './IncidentReasonForm';

/** What the recording says, for those who may not hear it. */
export function TranscribeForm({ incident, onClose }: MoveFormProps) {
  return (
    <IncidentReasonForm
      incident={incident}
      onClose={onClose}
      action="transcribe"
      title="录音里说了什么"
      hint="邻居和帮办的听不到录音，看到的是这段字。只写事情，不写人名和电话。"
      placeholder="比如：3 号楼二楼到三楼的灯都不亮了"
      missing="听一遍，写下说的是什么事"
      limit={LIMITS.descriptionChars}
      submit="就写这些"
      cancel="先不写"
      say="写好了，让邻居看到之后他们就能读"
      send={(actionId, words) =>
        api.POST('/api/incidents/{id}/transcribe', {
          params: { path: { id: incident.id } },
          body: { actionId, words },
        })
      }
    />
  );
}
