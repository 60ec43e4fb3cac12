import { INCIDENT_ACTION_LABELS, LIMITS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { FootForm } from '../../forms/FootForm';
import { useDraft } from '../../forms/useDraft';
import { PhotoTray } from '../photos/PhotoTray';
import { notReady, sentIds, usePhotoTray } from '../photos/usePhotoTray';
import type { MoveFormProps } from './forms';
import { useIncidentAction } from './useIncidentAction';

/** Says it is done and shows it: the one who reported will judge by these words and photos. */
export function ResolveForm({ incident, onClose }: MoveFormProps) {
  const [note, setNote] = useDraft(`resolve.${incident.id}`);
  const [tried, setTried] = useState(false);
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

  const photoIds = sentIds(tray.photos);
  const missing =
    notReady(tray.photos) ?? (note.trim() || photoIds.length ? null : '写一句怎么办的，或者加一张照片');
  function submit(): void {
    setTried(true);
    if (!missing) resolve.run({ note: note.trim(), photoIds });
  }
  const refused = fieldMessage(resolve.problem, 'note') ?? fieldMessage(resolve.problem, 'photoIds');

  return (
    <FootForm
      title="办好了，说说怎么办的"
      hint="报的人会看到，由他来确认。"
      submit={INCIDENT_ACTION_LABELS.resolve}
      cancel="先不办结"
      wrong={(tried && missing) || refused}
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
    </FootForm>
  );
}
