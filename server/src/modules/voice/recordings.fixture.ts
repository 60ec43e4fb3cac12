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

const SILENT_AAC = Buffer.from([0x00, 0xc8, 0x00, 0x80, 0x23, 0x80]);

/** Silence in frames of 64 ms: AAC low complexity, 16 kHz, one channel. */
export function aac(seconds: number): Buffer {
  const bytes = SILENT_AAC.length + 7;
  const header = [0xff, 0xf1, 0x60, 0x40, bytes >> 3, ((bytes & 7) << 5) | 0x1f, 0xfc];
  const frame = Buffer.concat([Buffer.from(header), SILENT_AAC]);
  return Buffer.concat(Array.from({ length: Math.ceil(seconds / 0.064) }, () => frame));
}

/** The same frames in the container that phones' own recorders write. `handler` is vide for a film. */
export function m4a(
  seconds: number,
  { handler = 'soun', tracks = 1, claimedSeconds = seconds } = {},
): Buffer {
  const count = Math.ceil(seconds / 0.064);
  const type = box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom', 'latin1'));
  const sound = Buffer.concat(Array.from({ length: count }, () => SILENT_AAC));
  const descriptor = Buffer.from([
    ...[0, 0, 0, 0, 3, 25, 0, 1, 0, 4, 17, 0x40, 0x15, 0, 0, 0, 0, 0, 0x7d, 0, 0, 0, 0x7d, 0],
    ...[5, 2, 0x14, 0x08, 6, 1, 2],
  ]);
  const sample = box('mp4a', Buffer.concat([Buffer.alloc(28), box('esds', descriptor)]));
  const track = box(
    'trak',
    box(
      'mdia',
      Buffer.concat([
        box('mdhd', words(0, 0, 0, HERTZ, claimedSeconds * HERTZ, 0)),
        box('hdlr', Buffer.concat([words(0, 0), Buffer.from(handler), Buffer.alloc(13)])),
        box(
          'minf',
          box(
            'stbl',
            Buffer.concat([
              box('stsd', Buffer.concat([words(0, 1), sample])),
              box('stsz', Buffer.concat([words(0, 0, count), words(...new Array(count).fill(6))])),
              box('stsc', words(0, 1, 1, count, 1)),
              box('stco', words(0, 1, type.length + 8)),
            ]),
          ),
        ),
      ]),
    ),
  );
  const name = box('udta', Buffer.from('SecretName'));
  return Buffer.concat([
    type,
    box('mdat', sound),
    box('moov', Buffer.concat([...new Array(tracks).fill(track), name])),
  ]);
}

function box(name: string, body: Buffer): Buffer {
  return Buffer.concat([words(8 + body.length), Buffer.from(name, 'latin1'), body]);
}

function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32BE(number, i * 4);
  return bytes;
}
