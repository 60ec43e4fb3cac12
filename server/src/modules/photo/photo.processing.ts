import { open } from 'node:fs/promises';
import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { notAPicture, tooManyPixels } from './photo.errors.js';

const FULL_EDGE = 2048;
const THUMB_EDGE = 360;
const FULL_QUALITY = 82;
const THUMB_QUALITY = 75;
/** Decoding takes hundreds of megabytes at worst, so that only few at a time may. */
const AT_ONCE = 2;
const HEAD_BYTES = 16;
const HEIF_BRANDS = new Set(['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis']);

export interface ProcessedPhoto {
  width: number;
  height: number;
}

/** Makes a safe picture of whatever was uploaded: upright, without any metadata, not larger than a screen needs. */
@Injectable()
export class PhotoProcessing {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async process(source: string, full: string, thumb: string): Promise<ProcessedPhoto> {
    await this.enter();
    try {
      await checkPicture(source);
      // A file cut short decodes to a grey rest; better to hear of it than to keep it.
      const picture = await sharp(source, { limitInputPixels: LIMITS.photoPixels, failOn: 'truncated' })
        .rotate()
        .resize(FULL_EDGE, FULL_EDGE, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .jpeg({ quality: FULL_QUALITY })
        .toFile(full);
      await sharp(full)
        .resize(THUMB_EDGE, THUMB_EDGE, { fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: THUMB_QUALITY })
        .toFile(thumb);
      return { width: picture.width, height: picture.height };
    } catch (error) {
      throw isUnreadable(error) ? notAPicture() : error;
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < AT_ONCE) this.running++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the place over to the one who waits longest. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running--;
    else next();
  }
}

/** By its first bytes and its header, before anything is decoded: only formats we mean to read reach a decoder. */
async function checkPicture(path: string): Promise<void> {
  if (!isKnownFormat(await headOf(path))) throw notAPicture();
  const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
  if (width * height > LIMITS.photoPixels) throw tooManyPixels();
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isKnownFormat(head: Buffer): boolean {
  const ascii = head.toString('latin1');
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return true;
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return true;
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return true;
  return ascii.slice(4, 8) === 'ftyp' && HEIF_BRANDS.has(ascii.slice(8, 12));
}

/** libvips speaks of what it cannot read in plain errors; the disk's own carry a code. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'Error' && (error as NodeJS.ErrnoException).code === undefined
  );
}
