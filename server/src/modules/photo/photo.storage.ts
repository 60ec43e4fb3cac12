import type { FileKey } from '../../platform/files/file-storage.js';
import type { UploadedOnce } from '../../platform/files/uploaded-once.js';

export const PHOTO_VARIANTS = ['full', 'thumb'] as const;
export type PhotoVariant = (typeof PHOTO_VARIANTS)[number];

/** Where one stored picture lies. */
export function photoFile(
  { id, requestHash }: Pick<UploadedOnce, 'id' | 'requestHash'>,
  variant: PhotoVariant,
): FileKey {
  return { kind: 'photos', id, requestHash, name: `${variant}.jpg` };
}
