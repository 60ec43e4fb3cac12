import { readSound, soundIsAwake } from './sound.store';

/** Two rising notes for something new, one repeated note for a time that runs out: told apart without looking. */
const TUNES = { arrived: [660, 880], soon: [520, 520] } as const;
export type Tune = keyof typeof TUNES;

const NOTE_S = 0.16;
const LOUDNESS = 0.12;
/** Several tabs hear of the same thing; the first one sounds. */
const TURN_MS = 1_500;

let audio: AudioContext | null = null;

/** Readies the sound with the first click or key; until then browsers keep a page silent. */
export function wakeOnFirstTouch(): void {
  const wake = () => {
    audio ??= new AudioContext();
    audio.resume().then(soundIsAwake, () => undefined);
    stop();
  };
  const stop = () => {
    for (const event of ['pointerdown', 'keydown']) window.removeEventListener(event, wake);
  };
  for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, wake);
}

function play(tune: Tune, context: AudioContext): void {
  TUNES[tune].forEach((pitch, at) => {
    const begin = context.currentTime + at * NOTE_S;
    const note = context.createOscillator();
    const volume = context.createGain();
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDNESS, begin + NOTE_S / 8);
    volume.gain.exponentialRampToValueAtTime(LOUDNESS / 100, begin + NOTE_S);
    note.connect(volume).connect(context.destination);
    note.start(begin);
    note.stop(begin + NOTE_S);
  });
}

export function chime(tune: Tune): void {
  const context = audio;
  if (!readSound().on || context === null || context.state !== 'running') return;
  if (!navigator.locks) {
    play(tune, context);
    return;
  }
  void navigator.locks.request('linli.console.chime', { ifAvailable: true }, async (turn) => {
    if (turn === null) return;
    play(tune, context);
    await new Promise((over) => setTimeout(over, TURN_MS));
  });
}
