import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import '@fastify/multipart';
import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/http/problem.js';
import { requestInvalid, requestUnreadable } from '../../platform/http/request.errors.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import type { Photo } from './photo.entity.js';
import { photoTooLarge, uploadIncomplete } from './photo.errors.js';
import { PhotoService } from './photo.service.js';
import { PhotoStorage } from './photo.storage.js';

/** Boundaries and the id around the file. */
const ENVELOPE_BYTES = 4096;
const DRAINED_BYTES = LIMITS.photoBytes * 4;
/** The file's own limit is counted here, byte by byte; the parser's is a net below it. */
const MULTIPART_LIMITS = { fields: 2, files: 1, parts: 3, fieldSize: 200, fileSize: LIMITS.photoBytes * 2 };

/** Takes one photo out of a multipart request: the id first, so that the file need not be held for it. */
@Injectable()
export class PhotoUpload {
  constructor(
    private readonly photos: PhotoService,
    private readonly storage: PhotoStorage,
  ) {}

  async receive(ownerPersonId: string, request: FastifyRequest): Promise<Photo> {
    try {
      return await this.take(ownerPersonId, request);
    } catch (error) {
      await drain(request.raw);
      throw error;
    }
  }

  private async take(ownerPersonId: string, request: FastifyRequest): Promise<Photo> {
    if (!request.isMultipart()) throw requestUnreadable();
    if (Number(request.headers['content-length'] ?? 0) > LIMITS.photoBytes + ENVELOPE_BYTES)
      throw photoTooLarge();
    const scratch = await this.storage.scratchPath();
    try {
      const { id, requestHash } = await this.save(request, scratch);
      return await this.photos.add({ id, ownerPersonId, requestHash, source: scratch });
    } finally {
      await rm(scratch, { force: true });
    }
  }

  private async save(request: FastifyRequest, scratch: string): Promise<{ id: string; requestHash: string }> {
    let id: string | null = null;
    try {
      for await (const part of request.parts({ limits: MULTIPART_LIMITS })) {
        if (part.type === 'field') {
          if (part.fieldname !== 'id') continue;
          if (!isUuidV7(part.value))
            throw requestInvalid(undefined, [{ field: 'id', message: '编号的格式不对' }]);
          id = part.value;
          continue;
        }
        if (id === null) throw requestInvalid(undefined, [{ field: 'id', message: '编号要写在照片前面' }]);
        return { id, requestHash: await hashToDisk(part.file, scratch) };
      }
    } catch (error) {
      if (error instanceof ProblemError || isOwnDisk(error)) throw error;
      throw uploadIncomplete();
    }
    throw requestInvalid(undefined, [{ field: 'file', message: '请选一张照片' }]);
  }
}

/** Writes the file while counting and hashing it; refuses at the first byte too many. */
async function hashToDisk(file: Readable, path: string): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > LIMITS.photoBytes ? photoTooLarge() : null, chunk);
    },
  });
  await pipeline(file, measure, createWriteStream(path));
  return hash.digest('hex');
}

/** Lets a refused phone finish sending, within reason: one that is cut off while it sends never reads why. */
async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  request.unpipe();
  await new Promise<void>((resolve) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > DRAINED_BYTES) resolve();
    });
    for (const event of ['end', 'close', 'error']) request.once(event, () => resolve());
    request.resume();
  });
}

/** A full or broken disk is ours to report, not the phone's. */
function isOwnDisk(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}
