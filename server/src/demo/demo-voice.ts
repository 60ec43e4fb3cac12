import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { asWav, VoiceService } from '../modules/voice/index.js';
import { newId } from '../platform/ids/new-id.js';

const HERTZ = 16_000;
const NOTE_SECONDS = 0.8;
/** The demo has no voice; it hums. */
const TUNE_HERTZ = [392, 440, 523, 440, 392];
const LOUDNESS = 6_000;

/** Uploads a recording of this person, as anybody's is, and gives back its id. */
export async function hum(app: INestApplicationContext, ownerPersonId: string, now: Date): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-demo-voice-'));
  try {
    const path = join(folder, 'voice.wav');
    const file = tune();
    await writeFile(path, file);
    const requestHash = createHash('sha256').update(file).digest('hex');
    const { id } = await app
      .get(VoiceService)
      .add(ownerPersonId, { id: newId(now), requestHash, path, name: null });
    return id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tune(): Buffer {
  const samples = TUNE_HERTZ.flatMap((pitch) =>
    Array.from({ length: NOTE_SECONDS * HERTZ }, (_, i) => {
      const fade = 1 - i / (NOTE_SECONDS * HERTZ);
      return Math.round(LOUDNESS * fade * Math.sin((i * 2 * Math.PI * pitch) / HERTZ));
    }),
  );
  const data = Buffer.alloc(samples.length * 2);
  for (const [i, sample] of samples.entries()) data.writeInt16LE(sample, i * 2);
  return asWav(data, 1, HERTZ);
}
