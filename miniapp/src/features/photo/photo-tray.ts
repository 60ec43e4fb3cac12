import { isLasting } from './keep-file';

/** One picture on its way. Its id is made once, so that sending it again is the same photo. */
export interface TrayPhoto {
  id: string;
  /** Where the picture lies on this phone; null once only the server's copy is left, or when it was lost. */
  path: string | null;
  /** The server's small copy, once it is there. */
  thumbUrl: string | null;
  status: 'waiting' | 'sending' | 'sent' | 'failed';
  percent: number;
  /** Why it failed, in words. */
  reason: string | null;
  /** Sending the same picture again makes sense. */
  retryable: boolean;
}

export const waitingPhoto = (id: string, path: string): TrayPhoto => ({
  id,
  path,
  thumbUrl: null,
  status: 'waiting',
  percent: 0,
  reason: null,
  retryable: true,
});

/** How a tray is picked up again after the app was closed: what was on its way waits once more. */
export function wakeTray(photos: TrayPhoto[]): TrayPhoto[] {
  return photos.map((photo) => {
    if (photo.status === 'sent') return photo;
    if (photo.path === null || !isLasting(photo.path)) return lost(photo);
    return photo.status === 'failed' && !photo.retryable
      ? photo
      : { ...photo, status: 'waiting', percent: 0, reason: null };
  });
}

/** A picture whose place is still known but whose bytes are gone. */
function lost(photo: TrayPhoto): TrayPhoto {
  return { ...photo, path: null, status: 'failed', percent: 0, reason: '照片要重选', retryable: false };
}

/** What is kept when the phone's storage is too small for the pictures: each one's place, to be chosen again. */
export function withoutPictures(photos: TrayPhoto[]): TrayPhoto[] {
  return photos.map((photo) => (photo.status === 'sent' ? photo : lost(photo)));
}
