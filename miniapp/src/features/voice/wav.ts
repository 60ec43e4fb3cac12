/** What people say is understood at this rate, and a minute of it stays below two megabytes. */
export const WAV_HERTZ = 16_000;
const HEADER_BYTES = 44;
const FULL_SCALE = 0x7fff;

/** Fewer samples of the same sound: each the mean of those it stands for, so that what is too high for it does not rattle. */
export function thinOut(samples: Float32Array, fromHertz: number, toHertz = WAV_HERTZ): Float32Array {
  if (fromHertz <= toHertz) return samples;
  const step = fromHertz / toHertz;
  const thinned = new Float32Array(Math.floor(samples.length / step));
  for (let i = 0; i < thinned.length; i++) {
    const [from, to] = [Math.floor(i * step), Math.max(Math.floor(i * step) + 1, Math.floor((i + 1) * step))];
    let sum = 0;
    for (let k = from; k < to; k++) sum += samples[k] ?? 0;
    thinned[i] = sum / (to - from);
  }
  return thinned;
}

/** Samples between -1 and 1 as a WAV file of one channel, which everything plays. */
export function wavOf(chunks: Float32Array[], hertz: number): ArrayBuffer {
  const count = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const file = new ArrayBuffer(HEADER_BYTES + count * 2);
  const view = new DataView(file);
  const name = (at: number, letters: string) => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i));
  };
  name(0, 'RIFF');
  view.setUint32(4, file.byteLength - 8, true);
  name(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, hertz, true);
  view.setUint32(28, hertz * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  name(36, 'data');
  view.setUint32(40, count * 2, true);
  let at = HEADER_BYTES;
  for (const chunk of chunks) {
    for (const sample of chunk) {
      view.setInt16(at, Math.round(Math.max(-1, Math.min(1, sample)) * FULL_SCALE), true);
      at += 2;
    }
  }
  return file;
}
