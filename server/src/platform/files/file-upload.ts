import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';
import { requestInvalid, requestUnreadable } from '../http/request.errors.js';
import { isUuidV7 } from '../http/validators.js';
import { shownFileName } from './file-name.js';
import { FileStorage } from './file-storage.js';

/** Boundaries and the id around the file. */
const ENVELOPE_BYTES = 4096;

/** What is being uploaded, in numbers and in words. */
export interface UploadKind {
  maxBytes: number;
  /** 「照片」: for the sentences about the form of the request. */
  noun: string;
  /** 「请选一张照片」 */
  missing: string;
  tooLarge: () => ProblemError;
  incomplete: () => ProblemError;
}

/** A file as it was sent, on the local disk until the upload is over. */
export interface ReceivedFile {
  /** Made by the client. */
  id: string;
  /** SHA-256 of the file as it was sent. */
  requestHash: string;
  path: string;
  /** What it was called where it came from, fit to be shown. */
  name: string | null;
}

/** Takes one file out of a multipart request: the id first, so that the file need not be held for it. */
@Injectable()
export class FileUpload {
  constructor(private readonly storage: FileStorage) {}

  /** Hands the received file over; whatever becomes of it, nothing of what was sent stays behind. */
  async receive<T>(
    request: FastifyRequest,
    kind: UploadKind,
    take: (file: ReceivedFile) => Promise<T>,
  ): Promise<T> {
    try {
      if (!request.isMultipart()) throw requestUnreadable();
      if (Number(request.headers['content-length'] ?? 0) > kind.maxBytes + ENVELOPE_BYTES)
        throw kind.tooLarge();
      const path = await this.storage.scratchPath();
      try {
        return await take({ path, ...(await save(request, kind, path)) });
      } finally {
        await rm(path, { force: true });
      }
    } catch (error) {
      await drain(request.raw, kind.maxBytes * 4);
      throw error;
    }
  }
}

async function save(
  request: FastifyRequest,
  kind: UploadKind,
  path: string,
): Promise<Omit<ReceivedFile, 'path'>> {
  // The file's own limit is counted below, byte by byte; the parser's is a net under it.
  const limits = { fields: 2, files: 1, parts: 3, fieldSize: 200, fileSize: kind.maxBytes * 2 };
  let id: string | null = null;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.fieldname !== 'id') continue;
        if (!isUuidV7(part.value))
          throw requestInvalid(undefined, [{ field: 'id', message: '编号的格式不对' }]);
        id = part.value;
        continue;
      }
      if (id === null)
        throw requestInvalid(undefined, [{ field: 'id', message: `编号要写在${kind.noun}前面` }]);
      const name = shownFileName(part.filename);
      return { id, name, requestHash: await hashToDisk(part.file, path, kind) };
    }
  } catch (error) {
    if (error instanceof ProblemError || isOwnDisk(error)) throw error;
    throw kind.incomplete();
  }
  throw requestInvalid(undefined, [{ field: 'file', message: kind.missing }]);
}

/** Writes the file while counting and hashing it; refuses at the first byte too many. */
async function hashToDisk(file: Readable, path: string, { maxBytes, tooLarge }: UploadKind): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > maxBytes ? tooLarge() : null, chunk);
    },
  });
  await pipeline(file, measure, createWriteStream(path));
  return hash.digest('hex');
}

/** Lets a refused phone finish sending, within reason: one that is cut off while it sends never reads why. */
async function drain(request: IncomingMessage, most: number): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  request.unpipe();
  await new Promise<void>((resolve) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) resolve();
    });
    for (const event of ['end', 'close', 'error']) request.once(event, () => resolve());
    request.resume();
  });
}

/** A full or broken disk is ours to report, not the phone's. */
function isOwnDisk(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}
