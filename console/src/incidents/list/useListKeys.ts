import type { InputRef } from 'antd';
import { type RefObject, useEffect, useState } from 'react';

interface ListKeys {
  items: readonly { id: string }[];
  openId: string | undefined;
  /** Absent where there is nothing to search. */
  searchField?: RefObject<InputRef>;
  open: (id: string) => void;
  close: () => void;
}

/** Typing, choosing in a menu and looking at a photo have their own keys. */
function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const busy = target.closest(
    'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="menu"]',
  );
  return (
    Boolean(busy) ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.isComposing ||
    event.defaultPrevented
  );
}

function focusRow(id: string, options?: FocusOptions): void {
  document.querySelector<HTMLElement>(`[data-row="${id}"] a`)?.focus(options);
}

/**
 * j and k walk the list, Enter opens, Esc closes, / searches. The place is kept by id, so a list that changes under one's
 * hands does not move it.
 */
export function useListKeys({ items, openId, searchField, open, close }: ListKeys) {
  const [cursor, setCursor] = useState<string | undefined>(openId);

  useEffect(() => {
    if (openId) setCursor(openId);
  }, [openId]);

  useEffect(() => {
    function step(by: 1 | -1): void {
      const at = items.findIndex((item) => item.id === cursor);
      const target = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
      if (!target) return;
      setCursor(target.id);
      focusRow(target.id);
      if (openId && target.id !== openId) open(target.id);
    }
    function onKey(event: KeyboardEvent): void {
      if (isElsewhere(event)) return;
      if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === 'Enter' && cursor && event.target === document.body) open(cursor);
      else if (event.key === 'Escape' && openId) {
        close();
        // It may have moved far down the list by what was done to it; one goes on from where one was.
        focusRow(openId, { preventScroll: true });
      } else if (event.key === '/') searchField?.current?.focus();
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [items, cursor, openId, searchField, open, close]);

  return [cursor, setCursor] as const;
}
