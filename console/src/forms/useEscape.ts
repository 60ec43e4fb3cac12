import { useEffect } from 'react';

/** Esc closes the innermost thing: an open menu or a photo first, then this, and only then the drawer underneath. */
export function useEscape(onClose: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('[aria-expanded="true"], [role="dialog"], [role="menu"]')) return;
      // Whoever listens below sees that the key was taken.
      event.preventDefault();
      onClose();
    }
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [onClose]);
}
