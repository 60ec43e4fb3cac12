/** What came of one recording. */
export interface Recorded {
  /** Where it lies; it outlives the app. */
  path: string;
  durationMs: number;
}

/** What a recorder tells while it runs and when it is over, whoever ended it: the person, the limit or a telephone call. */
export interface Listening {
  /** Asked once the microphone is open: whoever let it be may have left or sent meanwhile. */
  stillWanted: () => boolean;
  onEnd: (recorded: Recorded) => void;
  onFail: () => void;
}

export interface Recorder {
  stop(): void;
}

/** The person, or their phone for them, does not let us listen. */
export class MicrophoneRefused extends Error {}

/** Nobody waits for the microphone any more. */
export class CalledOff extends Error {}

/** There is nothing to record with: no microphone, or a browser too old or not reached by https. */
export class NoMicrophone extends Error {}
