import { INCIDENT_ACTION_LABELS, RATING_LABELS } from '@linli/shared';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { IncidentDetail } from '../../api/contract';
import { useIncidentAction } from './useIncidentAction';

/** For a member of staff who reported it themselves: whoever reported confirms and rates. */
export function ConfirmForm({ incident }: { incident: IncidentDetail }) {
  const [rating, setRating] = useState<number | null>(null);
  const confirm = useIncidentAction(
    incident.id,
    (actionId, given: number) =>
      api.POST('/api/incidents/{id}/confirm', {
        params: { path: { id: incident.id } },
        body: { actionId, rating: given },
      }),
    { say: '谢谢，这件事结了' },
  );
  return (
    <div className="foot-form">
      <Radio.Group
        aria-label="办得怎么样"
        optionType="button"
        options={RATING_LABELS.map((label, at) => ({ label, value: at + 1 }))}
        value={rating}
        onChange={(e) => setRating(e.target.value)}
      />
      <Button
        type="primary"
        size="large"
        block
        disabled={rating === null}
        loading={confirm.pending}
        onClick={() => rating !== null && confirm.run(rating)}
      >
        {rating === null ? '先选办得怎么样' : INCIDENT_ACTION_LABELS.confirm}
      </Button>
    </div>
  );
}
