import { LIMITS } from '@linli/shared';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../request/new-id';
import { Refusal, sentence } from '../../request/refusal';
import { useSignedIn } from '../../session/session.store';
import { forgetRecording, isStillThere } from './keep-recording';
import { CalledOff, type Listening, MicrophoneRefused, type Recorded, type Recorder } from './microphone';
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
  /** The recording that is asked for or made; what comes of one that is not wanted any more is forgotten. */
  const turn = useRef<{ wanted: boolean } | null>(null);
  const away = useRef(false);
  const running = useRef<Map<string, Promise<boolean>>>(new Map());
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
    turn.current = null;
    setPhase('still');
    for (const done of ended.current.splice(0)) done();
  }, []);

  const keep = useCallback(
    ({ path, durationMs }: Recorded) => {
      if (durationMs < LIMITS.voiceShortestMs) {
        forgetRecording(path);
        setTold(latest.current === null ? '太短了，没有录到，再说一次' : '太短了，没有录到，原来那段还在');
      } else {
        if (latest.current !== null) forgetRecording(latest.current.path);
        change({ id: newId(), path, durationMs, status: 'waiting', reason: null, retryable: true });
      }
    },
    [change],
  );

  const sendOne = useCallback(
    (voice: DraftVoice): Promise<boolean> => {
      const already = running.current.get(voice.id);
      if (already !== undefined) return already;
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
          return false;
        })
        .finally(() => running.current.delete(voice.id));
      running.current.set(voice.id, job);
      return job;
    },
    [change],
  );

  const send = useCallback(async () => {
    for (;;) {
      const voice = latest.current;
      if (voice === null || voice.status === 'sent') return true;
      const arrived = await sendOne(voice);
      // What was recorded anew while this one was on its way is what has to arrive.
      if (latest.current?.id === voice.id) return arrived;
    }
  }, [sendOne]);

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

  const stop = useCallback(() => {
    if (recorder.current !== null) recorder.current.stop();
    // Nothing was said yet.
    else if (turn.current !== null) turn.current.wanted = false;
  }, []);
  // Who leaves, or is called, keeps what was said so far.
  const leave = useCallback(() => {
    away.current = true;
    recorder.current?.stop();
  }, []);
  useDidShow(() => {
    away.current = false;
  });
  useDidHide(leave);
  useUnload(leave);

  const remove = () => {
    setTold(null);
    if (turn.current !== null) turn.current.wanted = false;
    stop();
    if (latest.current !== null) forgetRecording(latest.current.path);
    change(null);
  };

  const start = async () => {
    if (turn.current !== null) return;
    const mine = { wanted: true };
    turn.current = mine;
    setPhase('asking');
    setTold(null);
    setRefused(false);
    const listening: Listening = {
      stillWanted: () => mine.wanted && !away.current,
      onEnd: (recorded) => {
        if (mine.wanted) keep(recorded);
        else forgetRecording(recorded.path);
        rest();
      },
      onFail: () => {
        if (mine.wanted) setTold('录音断了，再说一次');
        rest();
      },
    };
    try {
      const record = process.env.TARO_ENV === 'h5' ? recordInBrowser : recordInWechat;
      recorder.current = await record(listening);
      setPhase('recording');
    } catch (failure) {
      rest();
      if (failure instanceof CalledOff) return;
      setRefused(failure instanceof MicrophoneRefused);
      if (!(failure instanceof MicrophoneRefused)) setTold('这台手机录不了音，写一句或拍张照片也行');
    }
  };

  const finish = async () => {
    const over = recorder.current && new Promise<void>((done) => ended.current.push(done));
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
