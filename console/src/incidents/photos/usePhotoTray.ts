import { LIMITS } from '@linli/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../api/new-id';
import { asProblem } from '../../api/problem';
import { uploadPhoto } from '../../api/upload-photo';

interface TrayPhoto {
  id: string;
  file: File;
  /** An address of the picture in this browser; null for what is none. */
  preview: string | null;
  status: 'sending' | 'sent' | 'failed';
  share: number;
  failure: string | null;
}

/** Says what the server would refuse, before a large file travels for nothing. */
function refusal(file: File): string | null {
  if (!file.type.startsWith('image/')) return '这不是照片';
  if (file.size > LIMITS.photoBytes) return `照片超过 ${Math.floor(LIMITS.photoBytes / 1024 / 1024)} MB`;
  return null;
}

/** Photos being added to a form: each goes up at once under an id of its own, and can be tried again or taken out. */
export function usePhotoTray(limit: number) {
  const [photos, setPhotos] = useState<TrayPhoto[]>([]);
  const previews = useRef(new Set<string>());

  useEffect(() => {
    const made = previews.current;
    return () => {
      for (const preview of made) URL.revokeObjectURL(preview);
    };
  }, []);

  const send = useCallback(async (id: string, file: File) => {
    const update = (some: Partial<TrayPhoto>) =>
      setPhotos((now) => now.map((photo) => (photo.id === id ? { ...photo, ...some } : photo)));
    update({ status: 'sending', share: 0, failure: null });
    try {
      await uploadPhoto(id, file, (share) => update({ share }));
      update({ status: 'sent', share: 1 });
    } catch (error) {
      update({ status: 'failed', failure: asProblem(error).title });
    }
  }, []);

  function add(files: Iterable<File>): void {
    const room = Math.max(0, limit - photos.length);
    const added = [...files].slice(0, room).map((file): TrayPhoto => {
      const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
      if (preview) previews.current.add(preview);
      const failure = refusal(file);
      return { id: newId(), file, preview, status: failure ? 'failed' : 'sending', share: 0, failure };
    });
    setPhotos((now) => [...now, ...added]);
    for (const photo of added) if (!photo.failure) void send(photo.id, photo.file);
  }

  const remove = (id: string) => setPhotos((now) => now.filter((photo) => photo.id !== id));
  const retry = (photo: TrayPhoto) => send(photo.id, photo.file);
  return { photos, add, remove, retry, canRetry: (photo: TrayPhoto) => refusal(photo.file) === null };
}

/** The ids of what has arrived. */
export function sentIds(photos: TrayPhoto[]): string[] {
  return photos.filter(({ status }) => status === 'sent').map(({ id }) => id);
}

/** Why the photos cannot be sent with a form yet. */
export function notReady(photos: TrayPhoto[]): string | null {
  if (photos.some(({ status }) => status === 'sending')) return '照片还在上传，请等一下';
  return photos.some(({ status }) => status === 'failed') ? '有照片没传上，再传一次或者去掉' : null;
}
