import { useSyncExternalStore } from 'react';

const KEY = 'linli.console.sound';

interface Sound {
  /** What the person chose, on this machine. */
  on: boolean;
  /** Browsers let a page sound only after somebody has clicked or typed in it. */
  awake: boolean;
}

function chosen(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

let sound: Sound = { on: chosen(), awake: false };
const listeners = new Set<() => void>();

function become(next: Sound): void {
  sound = next;
  for (const listener of listeners) listener();
}

export const readSound = () => sound;

export function chooseSound(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  become({ ...sound, on });
}

export function soundIsAwake(): void {
  if (!sound.awake) become({ ...sound, awake: true });
}

function subscribe(listener: () => void): () => void {
  const fromAnotherTab = (event: StorageEvent) => {
    if (event.key === KEY) become({ ...sound, on: chosen() });
  };
  listeners.add(listener);
  window.addEventListener('storage', fromAnotherTab);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', fromAnotherTab);
  };
}

export function useSound(): Sound {
  return useSyncExternalStore(subscribe, readSound);
}
