import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../config/settings.js';

const HOUR_MS = 3_600_000;
/** Id, beginning of the hash, and what it is: as `pathOf` makes them. */
const FILE_NAME = /^([0-9a-f-]{36})-([0-9a-f]{16})-(.+)$/;

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
  /** What was kept of a kind before a moment. Of each hash only the beginning is known. */
  abstract keptBefore(kind: string, before: Date): Promise<FileKey[]>;
}

/** Keeps files in folders below LINLI_STORAGE_DIR. */
@Injectable()
export class DiskFileStorage extends FileStorage implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('DiskFileStorage');
  private readonly root: string;
  private timer: NodeJS.Timeout | null = null;

  constructor(settings: Settings) {
    super();
    this.root = settings.storageDir;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.tidy();
    this.timer = setInterval(() => this.tidy(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  async scratchPath(): Promise<string> {
    await mkdir(this.incoming, { recursive: true });
    return join(this.incoming, randomUUID());
  }

  private get incoming(): string {
    return join(this.root, 'incoming');
  }

  /** A process that was killed leaves behind what it was sent: names and numbers of people, in plain words. */
  private async tidy(): Promise<void> {
    try {
      for (const name of await readdir(this.incoming).catch(ifMissing([]))) {
        const path = join(this.incoming, name);
        const { mtimeMs } = await stat(path).catch(ifMissing({ mtimeMs: Date.now() }));
        if (mtimeMs < Date.now() - HOUR_MS) await rm(path, { force: true });
      }
    } catch (error) {
      this.logger.error('could not clear away what was left behind', String(error));
    }
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

  async keptBefore(kind: string, before: Date): Promise<FileKey[]> {
    const keys: FileKey[] = [];
    const root = join(this.root, kind);
    for (const name of await readdir(root, { recursive: true }).catch(ifMissing([]))) {
      const [, id, requestHash, rest] = FILE_NAME.exec(basename(name)) ?? [];
      if (id === undefined || requestHash === undefined || rest === undefined) continue;
      const { mtimeMs } = await stat(join(root, name)).catch(ifMissing({ mtimeMs: Date.now() }));
      if (mtimeMs < before.getTime()) keys.push({ kind, id, requestHash, name: rest });
    }
    return keys;
  }

  /** By the end of the id, which is random; its beginning is the time and would fill one folder. */
  private pathOf({ kind, id, requestHash, name }: FileKey): string {
    const file = `${id}-${requestHash.slice(0, 16)}-${name}`;
    return join(this.root, kind, id.slice(-2), id.slice(-4, -2), file);
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  return open(path).catch(ifMissing(null));
}

/** What stands for a file or folder that is not there; anything else that goes wrong is thrown on. */
function ifMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}
