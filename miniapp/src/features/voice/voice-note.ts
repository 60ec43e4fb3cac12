/** A recording on its way. Its id is made once, so that sending it again is the same recording. */
export interface DraftVoice {
  id: string;
  /** Where it lies on this phone: WeChat's path, or the key under which a browser keeps it. */
  path: string;
  durationMs: number;
  status: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Why it failed, in words. */
  reason: string | null;
  /** Sending the same recording again makes sense. */
  retryable: boolean;
}

/** How a recording is picked up again after the app was closed: what was on its way waits once more. */
export function wakeVoice(voice: DraftVoice | null): DraftVoice | null {
  if (voice === null || voice.status === 'sent') return voice;
  if (voice.status === 'failed' && !voice.retryable) return voice;
  return { ...voice, status: 'waiting', reason: null };
}
