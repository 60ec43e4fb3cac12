import type { Session } from '../api/contract';

const KEY = 'linli.console.session';

interface Snapshot {
  session: Session | null;
  /** It ended by itself, so the sign-in screen owes an explanation. */
  expired: boolean;
  /** The person left, so the next one need not land where they were. */
  signedOut: boolean;
}

let snapshot: Snapshot = { session: null, expired: false, signedOut: false };
let lastText: string | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function parsed(text: string | null): Session | null {
  try {
    return text ? (JSON.parse(text) as Session) : null;
  } catch {
    return null;
  }
}

/** Read from storage each time, because another tab may have renewed or ended it. */
export function readSnapshot(): Snapshot {
  const text = localStorage.getItem(KEY);
  if (text !== lastText) {
    lastText = text;
    snapshot = { session: parsed(text), expired: false, signedOut: false };
  }
  return snapshot;
}

export function readSession(): Session | null {
  return readSnapshot().session;
}

export function saveSession(session: Session): void {
  localStorage.setItem(KEY, JSON.stringify(session));
  tell();
}

export function endSession(why: 'signed-out' | 'expired'): void {
  localStorage.removeItem(KEY);
  lastText = null;
  snapshot = { session: null, expired: why === 'expired', signedOut: why === 'signed-out' };
  tell();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
