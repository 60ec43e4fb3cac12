import { LIMITS } from '@linli/shared';
import { useDidHide, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../request/new-id';
import { Refusal, sentence } from '../../request/refusal';
import { useSignedIn } from '../../session/session.store';
import { forgetRecording, isStillThere } from './keep-recording';
import { MicrophoneRefused, type Recorded, type Recorder } from './microphone';
import { recordInBrowser } from './record-in-browser';
import { recordInWechat } from './record-in-wechat';
import { uploadVoice } from './upload-voice';
import { type DraftVoice, wakeVoice } from './voice-note';

const TICK_MS = 250;

export type VoicePhase = 'still' | 'asking' | 'recording';

export interface VoiceNoteField {
  note: DraftVoice | null;
  phase: VoicePhase;
  elapsedMs: number;
  /** What went wrong, in words. */
  told: string | null;
  /** The microphone was refused, which only the settings can undo. */
  refused: boolean;
  start(): Promise<void>;
  stop(): void;
  retry(): void;
  remove(): void;
  /** Ends what is being said, and waits until it is kept. */
  finish(): Promise<void>;
  /** Sends what is not there yet; true when there is nothing left to send. */
  send(): Promise<boolean>;
}

/**
 * One recording: made, kept on the phone, sent as soon as somebody is signed in.
 * @param first what was left from before; @param onChange is told every lasting change, to keep the draft
 */
export function useVoiceNote(
  first: DraftVoice | null,
  onChange: (voice: DraftVoice | null) => void,
): VoiceNoteField {
  const [note, setNote] = useState(() => wakeVoice(first));
  const [phase, setPhase] = useState<VoicePhase>('still');
  const [elapsedMs, setElapsedMs] = useState(0);
  const [told, setTold] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const latest = useRef(note);
  const recorder = useRef<Recorder | null>(null);
  const ended = useRef<(() => void)[]>([]);
  const sending = useRef<Promise<boolean> | null>(null);
  const signedIn = useSignedIn();

  const change = useCallback(
    (next: DraftVoice | null, lasting = true) => {
      latest.current = next;
      setNote(next);
      if (lasting) onChange(next);
    },
    [onChange],
  );

  const rest = useCallback(() => {
    recorder.current = null;
    setPhase('still');
    for (const done of ended.current.splice(0)) done();
  }, []);

  const keep = useCallback(
    ({ path, durationMs }: Recorded) => {
      if (durationMs < LIMITS.voiceShortestMs) {
        forgetRecording(path);
        setTold('太短了，没有录到，再说一次');
      } else {
        change({ id: newId(), path, durationMs, status: 'waiting', reason: null, retryable: true });
      }
      rest();
    },
    [change, rest],
  );

  const send = useCallback((): Promise<boolean> => {
    const voice = latest.current;
    if (voice === null || voice.status === 'sent') return Promise.resolve(true);
    if (sending.current !== null) return sending.current;
    if (voice.status === 'failed' && !voice.retryable) return Promise.resolve(false);
    change({ ...voice, status: 'sending', reason: null }, false);
    /** What was removed or recorded anew meanwhile is not this one's to change. */
    const settle = (part: Partial<DraftVoice>) => {
      if (latest.current?.id === voice.id) change({ ...voice, ...part });
    };
    const job = uploadVoice(voice)
      .then(() => {
        settle({ status: 'sent' });
        return true;
      })
      .catch((error: unknown) => {
        const retryable = !(error instanceof Refusal) || error.passing || error.problem.status === 401;
        settle({ status: 'failed', reason: sentence(error), retryable });
        return latest.current === null;
      })
      .finally(() => {
        sending.current = null;
      });
    sending.current = job;
    return job;
  }, [change]);

  // A draft may outlive its recording: the phone was short of room, or the browser forgot it.
  useEffect(() => {
    const voice = latest.current;
    if (voice === null) return;
    void isStillThere(voice.path).then((there) => {
      if (there || voice.status === 'sent' || latest.current?.id !== voice.id) return;
      change({ ...voice, status: 'failed', reason: '录音没有存住，请重新录一段', retryable: false });
    });
  }, [change]);

  useEffect(() => {
    if (signedIn && note?.status === 'waiting') void send();
  }, [signedIn, note, send]);

  useEffect(() => {
    if (phase !== 'recording') return;
    const began = Date.now();
    setElapsedMs(0);
    const ticking = setInterval(() => setElapsedMs(Date.now() - began), TICK_MS);
    return () => clearInterval(ticking);
  }, [phase]);

  const stop = useCallback(() => recorder.current?.stop(), []);
  // Who leaves, or is called, keeps what was said so far.
  useDidHide(stop);
  useUnload(stop);

  const remove = () => {
    setTold(null);
    if (latest.current !== null) forgetRecording(latest.current.path);
    change(null);
  };

  const start = async () => {
    if (phase !== 'still') return;
    setPhase('asking');
    setTold(null);
    setRefused(false);
    const listening = {
      onEnd: keep,
      onFail: () => {
        setTold('录音断了，再说一次');
        rest();
      },
    };
    try {
      const record = process.env.TARO_ENV === 'h5' ? recordInBrowser : recordInWechat;
      recorder.current = await record(listening);
      if (latest.current !== null) remove();
      setPhase('recording');
    } catch (failure) {
      setPhase('still');
      setRefused(failure instanceof MicrophoneRefused);
      if (!(failure instanceof MicrophoneRefused)) setTold('这台手机录不了音，写一句或拍张照片也行');
    }
  };

  const finish = async () => {
    if (recorder.current === null) return;
    const over = new Promise<void>((done) => ended.current.push(done));
    stop();
    await over;
  };

  return {
    note,
    phase,
    elapsedMs,
    told,
    refused,
    start,
    stop,
    remove,
    finish,
    send,
    retry: () => {
      if (latest.current !== null) change({ ...latest.current, status: 'waiting', reason: null });
    },
  };
}
