/** What our recorders write (WeChat's and the browser's), and every client plays. */
export const VOICE_FORMATS = ['mp3', 'wav'] as const;
export type VoiceFormat = (typeof VOICE_FORMATS)[number];

/** What a file turned out to hold: the sound alone, written anew, and how long it truly lasts. */
export interface Sound {
  format: VoiceFormat;
  /** Counted from what is there to be played, never taken from what the file claims. */
  durationMs: number;
  bytes: Buffer;
}
