import { useState } from 'react';

/** A text that survives closing the drawer or the tab's reload, until what it was written for is done. */
export function useDraft(name: string) {
  const key = `linli.console.draft.${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  function change(next: string): void {
    setText(next);
    if (next) sessionStorage.setItem(key, next);
    else sessionStorage.removeItem(key);
  }
  return [text, change] as const;
}

/** The same for a form of several fields. What an older version of the form left behind is not read. */
export function useDraftOf<T>(name: string, initial: T, fits: (value: unknown) => value is T) {
  const [text, setText] = useDraft(name);
  const read = parsed(text);
  const value = fits(read) ? read : initial;
  const change = (next: T | null) => setText(next === null ? '' : JSON.stringify(next));
  return [value, change] as const;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
