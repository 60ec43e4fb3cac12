import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';

/** What one stored file is. The hash keeps two uploads that fight for one id from overwriting each other. */
export interface FileKey {
  id: string;
  requestHash: string;
  /** What kind of thing: a folder of its own. */
  kind: string;
  /** Which file of that thing, with its extension. */
  name: string;
}

/** Both ends included, as in HTTP. */
export interface ByteRange {
  first: number;
  last: number;
}

export interface StoredFile {
  /** Of the whole file, whatever part of it is read. */
  bytes: number;
  stream: Readable;
}

/** Where uploaded files are kept: a disk now, object storage when there are several machines. */
export abstract class FileStorage {
  /** A path on the local disk for a file that is still being made; the caller removes it. */
  abstract scratchPath(): Promise<string>;
  /** Takes a finished file over; seen whole or not at all. */
  abstract keep(key: FileKey, scratchPath: string): Promise<void>;
  /** Null when it is not there. `part` is asked for once the size is known. */
  abstract open(key: FileKey, part?: (bytes: number) => ByteRange | null): Promise<StoredFile | null>;
  abstract remove(key: FileKey): Promise<void>;
}

/** Keeps files in folders below LINLI_STORAGE_DIR. */
@Injectable()
export class DiskFileStorage extends FileStorage {
  private readonly root: string;

  constructor(settings: Settings) {
    super();
    this.root = settings.storageDir;
  }

  async scratchPath(): Promise<string> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true });
    return join(folder, randomUUID());
  }

  async keep(key: FileKey, scratchPath: string): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    // The scratch folder is on the same disk, so that renaming is one step.
    await rename(scratchPath, path);
  }

  async open(key: FileKey, part?: (bytes: number) => ByteRange | null): Promise<StoredFile | null> {
    const file = await openIfThere(this.pathOf(key));
    if (file === null) return null;
    try {
      const { size } = await file.stat();
      const range = part?.(size) ?? null;
      const stream = file.createReadStream(range === null ? {} : { start: range.first, end: range.last });
      return { bytes: size, stream };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async remove(key: FileKey): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** By the end of the id, which is random; its beginning is the time and would fill one folder. */
  private pathOf({ kind, id, requestHash, name }: FileKey): string {
    const file = `${id}-${requestHash.slice(0, 16)}-${name}`;
    return join(this.root, kind, id.slice(-2), id.slice(-4, -2), file);
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
