import { INCIDENT_ACTION_LABELS, LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { PhotoTray } from '../photos/PhotoTray';
import { usePhotoTray } from '../photos/usePhotoTray';
import type { MoveFormProps } from './forms';
import { MoveForm } from './MoveForm';
import { useDraft } from './useDraft';
import { useIncidentAction } from './useIncidentAction';

/** Says it is done and shows it: the one who reported will judge by these words and photos. */
export function ResolveForm({ incident, onClose }: MoveFormProps) {
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
    <MoveForm
      title="办好了，说说怎么办的"
      hint="报的人会看到，由他来确认。"
      submit={INCIDENT_ACTION_LABELS.resolve}
      cancel="先不办结"
      wrong={wrong}
      pending={resolve.pending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Input.TextArea
        id="resolve-note"
        aria-label="怎么办的"
        autoFocus
        rows={3}
        maxLength={LIMITS.noteChars}
        value={note}
        placeholder="比如：垃圾清走了，地面也冲了一遍"
        onChange={(e) => setNote(e.target.value)}
      />
      <PhotoTray tray={tray} limit={LIMITS.photosPerResolution} />
    </MoveForm>
  );
}
