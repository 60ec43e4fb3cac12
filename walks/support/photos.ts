import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const repo = resolve(import.meta.dirname, '../..');

/** Draws a JPEG of one colour, as a phone's camera would hand over; returns its path. */
export async function drawPhoto(
  name: string,
  colour: { r: number; g: number; b: number },
  width = 1280,
  height = 960,
): Promise<string> {
  // sharp belongs to the server; the walks borrow it from there.
  const sharp = createRequire(join(repo, 'server/package.json'))('sharp');
  const dir = join(repo, '.data/walks/photos');
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `${name}.jpg`);
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg({ quality: 80 })
    .toBuffer();
  writeFileSync(path, bytes);
  return path;
}
