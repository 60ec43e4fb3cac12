import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';

export const PHOTO_VARIANTS = ['full', 'thumb'] as const;
export type PhotoVariant = (typeof PHOTO_VARIANTS)[number];

/** Where one stored picture lies. The hash keeps two uploads that fight for one id from overwriting each other. */
export interface PhotoKey {
  id: string;
  requestHash: string;
}

export interface StoredFile {
  stream: Readable;
  bytes: number;
}

/** Where pictures are kept: a disk now, object storage when there are several machines. */
export abstract class PhotoStorage {
  /** A path on the local disk for a file that is still being made; the caller removes it. */
  abstract scratchPath(): Promise<string>;
  /** Takes a finished file over; seen whole or not at all. */
  abstract keep(key: PhotoKey, variant: PhotoVariant, scratchPath: string): Promise<void>;
  /** Null when it is not there. */
  abstract open(key: PhotoKey, variant: PhotoVariant): Promise<StoredFile | null>;
  abstract remove(key: PhotoKey): Promise<void>;
}

/** Keeps pictures in folders below LINLI_STORAGE_DIR. */
@Injectable()
export class DiskPhotoStorage extends PhotoStorage {
  private readonly root: string;

  constructor(settings: Settings) {
    super();
    this.root = join(settings.storageDir, 'photos');
  }

  async scratchPath(): Promise<string> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true });
    return join(folder, randomUUID());
  }

  async keep(key: PhotoKey, variant: PhotoVariant, scratchPath: string): Promise<void> {
    const path = this.pathOf(key, variant);
    await mkdir(dirname(path), { recursive: true });
    // The scratch folder is on the same disk, so that renaming is one step.
    await rename(scratchPath, path);
  }

  async open(key: PhotoKey, variant: PhotoVariant): Promise<StoredFile | null> {
    try {
      const file = await open(this.pathOf(key, variant));
      const { size } = await file.stat();
      return { stream: file.createReadStream(), bytes: size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(key: PhotoKey): Promise<void> {
    for (const variant of PHOTO_VARIANTS) await rm(this.pathOf(key, variant), { force: true });
  }

  /** By the end of the id, which is random; its beginning is the time and would fill one folder. */
  private pathOf({ id, requestHash }: PhotoKey, variant: PhotoVariant): string {
    return join(
      this.root,
      id.slice(-2),
      id.slice(-4, -2),
      `${id}-${requestHash.slice(0, 16)}-${variant}.jpg`,
    );
  }
}
