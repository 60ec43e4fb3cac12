import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { SEARCHED } from '../forms/searched';
import { organisationOptions } from '../incidents/organisation-options';
import { useOrganisations } from '../incidents/useOrganisations';
import type { TaskFormProps } from './ReturnTaskForm';
import { TaskReasonForm } from './TaskReasonForm';

/** Hands it to another organisation. The one before sees it no longer. */
export function TransferTaskForm({ task, onClose, communityId }: TaskFormProps & { communityId: string }) {
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const organisations = useOrganisations(communityId).data?.items ?? [];
  const field = (
    <Select
      aria-label="转给哪家"
      placeholder="选一家单位"
      showSearch={SEARCHED}
      value={organisationId}
      options={organisationOptions(organisations.filter(({ id }) => id !== task.organisation.id))}
      onChange={setOrganisationId}
    />
  );
  return (
    <TaskReasonForm
      task={task}
      onClose={onClose}
      action="transfer"
      title="转给别家，说说为什么"
      hint={`期限不变。${task.organisation.name}就看不到这件事了。`}
      placeholder="比如：这片归另一家物业管"
      missing="写一句为什么转"
      cancel="先不转"
      say="转过去了"
      more={{ field, missing: organisationId ? null : '选一家要转给的单位' }}
      send={(actionId, reason) =>
        api.POST('/api/tasks/{id}/transfer', {
          params: { path: { id: task.id } },
          body: { actionId, reason, organisationId: organisationId ?? '' },
        })
      }
    />
  );
}
