import { readFile, rm, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { type FileKey, FileStorage } from '../../../platform/files/file-storage.js';

const KIND = 'home-imports';

/** `sheet` as it was sent; `problems` as it is given back, else `changes`, all of them. */
export type HomeImportFile = 'sheet' | 'problems' | 'changes';

export interface ImportKey {
  id: string;
  fileHash: string;
}

/** The files of an import, sealed: a whole community's names and telephones are in them. Gone as soon as it is over. */
@Injectable()
export class HomeImportFiles {
  constructor(
    private readonly storage: FileStorage,
    private readonly cipher: DataCipher,
  ) {}

  async keep(key: ImportKey, name: HomeImportFile, content: Buffer): Promise<void> {
    const scratch = await this.storage.scratchPath();
    try {
      await writeFile(scratch, this.cipher.encrypt(content.toString('base64')));
      await this.storage.keep(keyOf(key, name), scratch);
    } finally {
      await rm(scratch, { force: true });
    }
  }

  async keepUpload(key: ImportKey, path: string): Promise<void> {
    await this.keep(key, 'sheet', await readFile(path));
  }

  /** Null when it is not there any more. */
  async read(key: ImportKey, name: HomeImportFile): Promise<Buffer | null> {
    const file = await this.storage.open(keyOf(key, name));
    if (file === null) return null;
    const sealed = (await buffer(file.stream)).toString('ascii');
    return Buffer.from(this.cipher.decrypt(sealed), 'base64');
  }

  async remove(key: ImportKey): Promise<void> {
    for (const name of ['sheet', 'problems', 'changes'] as const) await this.storage.remove(keyOf(key, name));
  }

  keptBefore(before: Date): Promise<FileKey[]> {
    return this.storage.keptBefore(KIND, before);
  }

  removeOne(key: FileKey): Promise<void> {
    return this.storage.remove(key);
  }
}

function keyOf({ id, fileHash }: ImportKey, name: HomeImportFile): FileKey {
  return { kind: KIND, id, requestHash: fileHash, name: `${name}.sealed` };
}
