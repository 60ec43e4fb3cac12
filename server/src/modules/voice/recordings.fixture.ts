/** Recordings made of nothing but valid frames of silence or a tone: small, and the same every time. */

const HERTZ = 16_000;

/** Plain sound, as a browser records it; `extra` chunks stand before the samples. */
export function wav(seconds: number, extra: [string, Buffer][] = []): Buffer {
  const samples = Buffer.alloc(Math.round(seconds * HERTZ) * 2);
  for (let i = 0; i < samples.length / 2; i++)
    samples.writeInt16LE(Math.round(8_000 * Math.sin((i * 2 * Math.PI * 440) / HERTZ)), i * 2);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(HERTZ, 4);
  format.writeUInt32LE(HERTZ * 2, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const body = Buffer.concat(
    [['fmt ', format] as const, ...extra, ['data', samples] as const].flatMap(([name, bytes]) => {
      const head = Buffer.alloc(8);
      head.write(name, 0, 'latin1');
      head.writeUInt32LE(bytes.length, 4);
      return [head, bytes];
    }),
  );
  const riff = Buffer.alloc(12);
  riff.write('RIFF', 0, 'latin1');
  riff.writeUInt32LE(body.length + 4, 4);
  riff.write('WAVE', 8, 'latin1');
  return Buffer.concat([riff, body]);
}

/** Silence in frames of 36 ms: MPEG-2 layer III, 32 kbit/s, 16 kHz, one channel, as WeChat records. */
export function mp3(seconds: number): Buffer {
  return Buffer.concat(Array.from({ length: Math.ceil(seconds / 0.036) }, () => mp3Frame()));
}

export function mp3Frame(): Buffer {
  const frame = Buffer.alloc(144);
  Buffer.from([0xff, 0xf3, 0x48, 0xc4]).copy(frame);
  return frame;
}

/** Tags as an encoder writes them in front: here a name that must not be kept. */
export function id3(words: string): Buffer {
  const body = Buffer.from(words);
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, body.length]), body]);
}

/** The beginning of a film, as a phone's camera writes it. */
export function film(): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypmp42\0\0\0\0mp42isom', 'latin1'),
    Buffer.alloc(500),
  ]);
}
