import { INCIDENT_ACTION_LABELS, LIMITS } from '@linli/shared';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { IncidentDetail } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { PhotoTray } from '../photos/PhotoTray';
import { usePhotoTray } from '../photos/usePhotoTray';
import { useDraft } from './useDraft';
import { useIncidentAction } from './useIncidentAction';

/** Says it is done and shows it: the one who reported will judge by these words and photos. */
export function ResolveForm({ incident, onClose }: { incident: IncidentDetail; onClose: () => void }) {
  const [note, setNote] = useDraft(`resolve.${incident.id}`);
  const [refused, setRefused] = useState<string | null>(null);
  const tray = usePhotoTray(LIMITS.photosPerResolution);
  const resolve = useIncidentAction(
    incident.id,
    (actionId, body: { note: string; photoIds: string[] }) =>
      api.POST('/api/incidents/{id}/resolve', {
        params: { path: { id: incident.id } },
        body: { actionId, ...body },
      }),
    {
      say: '已告诉报的人，等他确认',
      after: () => {
        setNote('');
        onClose();
      },
    },
  );

  function submit(): void {
    const sent = tray.photos.filter((photo) => photo.status === 'sent').map((photo) => photo.id);
    if (tray.photos.some((photo) => photo.status === 'sending')) setRefused('照片还在上传，请等一下');
    else if (tray.photos.some((photo) => photo.status === 'failed'))
      setRefused('有照片没传上，再传一次或者去掉');
    else if (!note.trim() && sent.length === 0) setRefused('写一句怎么办的，或者加一张照片');
    else {
      setRefused(null);
      resolve.run({ note: note.trim(), photoIds: sent });
    }
  }
  const wrong = refused ?? fieldMessage(resolve.problem, 'note') ?? fieldMessage(resolve.problem, 'photoIds');

  return (
    <div className="next-form">
      <label htmlFor="resolve-note">
        <b>办好了，说说怎么办的</b>
      </label>
      <Input.TextArea
        id="resolve-note"
        autoFocus
        rows={3}
        maxLength={LIMITS.noteChars}
        value={note}
        placeholder="比如：垃圾清走了，地面也冲了一遍"
        onChange={(e) => setNote(e.target.value)}
        onKeyDown={(e) => e.key === 'Escape' && onClose()}
      />
      <PhotoTray tray={tray} limit={LIMITS.photosPerResolution} />
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <div className="row">
        <Button type="primary" size="large" className="next-solid" loading={resolve.pending} onClick={submit}>
          {INCIDENT_ACTION_LABELS.resolve}
        </Button>
        <Button size="large" className="next-other" onClick={onClose}>
          先不办结
        </Button>
      </div>
    </div>
  );
}
