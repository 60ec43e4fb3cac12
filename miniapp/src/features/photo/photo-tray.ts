/** One picture on its way. Its id is made once, so that sending it again is the same photo. */
export interface TrayPhoto {
  id: string;
  /** Where the picture lies on this phone; null once only the server's copy is left. */
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
  return photos.map((photo) => (photo.status === 'sent' ? photo : { ...photo, status: 'waiting', percent: 0 }));
}
