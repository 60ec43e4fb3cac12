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
