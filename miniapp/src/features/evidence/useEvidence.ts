import { useCallback, useRef, useState } from 'react';
import { usePhotoTray } from '../photo/usePhotoTray';
import { type EvidenceDraft, keepEvidence, keptEvidence } from './evidence-draft';

/** What was done, from its first word until it is sent: the draft, the pictures, and what is missing. */
export function useEvidence(draftKey: string, onSend: (body: { note: string; photoIds: string[] }) => void) {
  const [draft, setDraft] = useState<EvidenceDraft>(() => keptEvidence(draftKey));
  const [wrong, setWrong] = useState<string>();
  const [sendingPhotos, setSendingPhotos] = useState(false);
  const [roomForPhotos, setRoomForPhotos] = useState(true);
  const latest = useRef(draft);

  const change = useCallback(
    (part: Partial<EvidenceDraft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      setWrong(undefined);
      setRoomForPhotos(keepEvidence(draftKey, latest.current));
    },
    [draftKey],
  );
  const tray = usePhotoTray(
    draft.photos,
    useCallback((photos) => change({ photos }), [change]),
  );

  const send = async () => {
    if (latest.current.note.trim() === '' && latest.current.photos.length === 0) {
      setWrong('写一句怎么办好的，或者拍一张');
      return;
    }
    setSendingPhotos(true);
    const all = await tray.sendAll();
    setSendingPhotos(false);
    if (!all) {
      setWrong('有照片没传上去，点一下再传，或者去掉它');
      return;
    }
    onSend({ note: latest.current.note.trim(), photoIds: latest.current.photos.map(({ id }) => id) });
  };

  return {
    draft,
    write: (note: string) => change({ note }),
    tray,
    wrong,
    sendingPhotos,
    roomForPhotos,
    send,
  };
}
