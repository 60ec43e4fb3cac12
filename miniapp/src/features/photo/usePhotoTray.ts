import { LIMITS } from '@linli/shared';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../request/new-id';
import { Refusal, sentence } from '../../request/refusal';
import { useSignedIn } from '../../session/session.store';
import { forgetFile, keepFile, NotAPicture } from './keep-file';
import { type TrayPhoto, waitingPhoto, wakeTray } from './photo-tray';
import { pickPhotos } from './pick-photos';
import { uploadPhoto } from './upload';

export interface PhotoTray {
  photos: TrayPhoto[];
  /** What went wrong with the last choice, in words; null when all of it came in. */
  told: string | null;
  add(): Promise<void>;
  retry(id: string): void;
  remove(id: string): void;
  clear(): void;
  /** Sends whatever is not there yet; true when all are. */
  sendAll(): Promise<boolean>;
}

/**
 * Up to nine pictures: chosen, kept on the phone, sent one after the other as soon as somebody is signed in.
 * @param first what was left from before; @param onChange is told every lasting change, to keep the draft
 */
export function usePhotoTray(first: TrayPhoto[], onChange: (photos: TrayPhoto[]) => void): PhotoTray {
  const [photos, setPhotos] = useState(() => wakeTray(first));
  const [told, setTold] = useState<string | null>(null);
  const latest = useRef(photos);
  const running = useRef<Map<string, Promise<boolean>>>(new Map());
  const signedIn = useSignedIn();

  const change = useCallback(
    (next: (photos: TrayPhoto[]) => TrayPhoto[], lasting = true) => {
      latest.current = next(latest.current);
      setPhotos(latest.current);
      if (lasting) onChange(latest.current);
    },
    [onChange],
  );

  const patch = useCallback(
    (id: string, part: Partial<TrayPhoto>, lasting = true) =>
      change((all) => all.map((photo) => (photo.id === id ? { ...photo, ...part } : photo)), lasting),
    [change],
  );

  const sendOne = useCallback(
    (photo: TrayPhoto): Promise<boolean> => {
      if (photo.status === 'sent') return Promise.resolve(true);
      const already = running.current.get(photo.id);
      if (already) return already;
      if (photo.path === null || (photo.status === 'failed' && !photo.retryable))
        return Promise.resolve(false);
      patch(photo.id, { status: 'sending', percent: 0, reason: null }, false);
      const sending = uploadPhoto(photo.id, photo.path, (percent) => patch(photo.id, { percent }, false))
        .then((sent) => {
          patch(photo.id, { status: 'sent', percent: 100, thumbUrl: sent.thumbUrl, path: null });
          if (photo.path !== null) forgetFile(photo.path);
          return true;
        })
        .catch((error: unknown) => {
          const retryable = !(error instanceof Refusal) || error.passing || error.problem.status === 401;
          patch(photo.id, { status: 'failed', reason: sentence(error), retryable });
          return false;
        })
        .finally(() => running.current.delete(photo.id));
      running.current.set(photo.id, sending);
      return sending;
    },
    [patch],
  );

  const sendAll = useCallback(async () => {
    let all = true;
    for (const { id } of latest.current) {
      const photo = latest.current.find((one) => one.id === id);
      if (photo && !(await sendOne(photo)) && latest.current.some((one) => one.id === id)) all = false;
    }
    return all;
  }, [sendOne]);

  useEffect(() => {
    if (signedIn && photos.some((photo) => photo.status === 'waiting')) void sendAll();
  }, [signedIn, photos, sendAll]);

  const add = async () => {
    const room = LIMITS.photosPerIncident - latest.current.length;
    setTold(null);
    let paths: string[];
    try {
      paths = await pickPhotos(room);
    } catch {
      await Taro.showModal({
        title: '打不开相机和相册',
        content: '没有照片也能报，写一句就行。要用照片，请在设置里允许使用相机和相册。',
        showCancel: false,
        confirmText: '知道了',
      });
      return;
    }
    if (paths.length > room) setTold(`最多 ${LIMITS.photosPerIncident} 张，多的没有放进来`);
    for (const path of paths.slice(0, room)) {
      try {
        const kept = await keepFile(path);
        change((all) => [...all, waitingPhoto(newId(), kept)]);
      } catch (failure) {
        if (!(failure instanceof NotAPicture)) throw failure;
        setTold('这不是照片，换一张');
      }
    }
  };

  return {
    photos,
    told,
    sendAll,
    add,
    retry: (id) => patch(id, { status: 'waiting', reason: null }),
    remove: (id) => {
      const gone = latest.current.find((photo) => photo.id === id);
      if (gone?.path) forgetFile(gone.path);
      setTold(null);
      change((all) => all.filter((photo) => photo.id !== id));
    },
    clear: () => change(() => []),
  };
}
