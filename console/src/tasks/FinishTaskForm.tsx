import { LIMITS, TASK_ACTION_LABELS } from '@linli/shared';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import { fieldMessage } from '../api/problem';
import { FootForm } from '../forms/FootForm';
import { useDraft } from '../forms/useDraft';
import { PhotoTray } from '../incidents/photos/PhotoTray';
import { notReady, sentIds, usePhotoTray } from '../incidents/photos/usePhotoTray';
import type { TaskFormProps } from './ReturnTaskForm';
import { useTaskAction } from './useTaskAction';

/** Says that this part is done, and shows it. The community ends the whole. */
export function FinishTaskForm({ task, onClose }: TaskFormProps) {
  const [note, setNote] = useDraft(`task.finish.${task.id}`);
  const [tried, setTried] = useState(false);
  const tray = usePhotoTray(LIMITS.photosPerResolution);
  const finish = useTaskAction(
    task.id,
    (actionId, body: { note: string; photoIds: string[] }) =>
      api.POST('/api/tasks/{id}/finish', { params: { path: { id: task.id } }, body: { actionId, ...body } }),
    {
      say: '记下了，社区会来看',
      after: () => {
        setNote('');
        onClose();
      },
    },
  );
  const photoIds = sentIds(tray.photos);
  const missing =
    notReady(tray.photos) ?? (note.trim() || photoIds.length ? null : '写一句怎么办的，或者加一张照片');
  return (
    <FootForm
      title="办好了，说说怎么办的"
      hint="社区会看到，由社区一起办结。"
      submit={TASK_ACTION_LABELS.finish}
      cancel="先不说"
      wrong={(tried && missing) || fieldMessage(finish.problem, 'note')}
      pending={finish.pending}
      onSubmit={() => {
        setTried(true);
        if (!missing) finish.run({ note: note.trim(), photoIds });
      }}
      onClose={onClose}
    >
      <Input.TextArea
        id="task-finish-note"
        aria-label="怎么办的"
        autoFocus
        rows={3}
        maxLength={LIMITS.noteChars}
        value={note}
        placeholder="比如：换了新的闭门器，试过三次"
        onChange={(e) => setNote(e.target.value)}
      />
      <PhotoTray tray={tray} limit={LIMITS.photosPerResolution} />
    </FootForm>
  );
}
