/**
 * WeChat's logic layer has no AbortController, and TanStack Query makes one for every fetch. This one is as much as it
 * needs: a signal that can be aborted and listened to.
 */
class SmallAbortSignal {
  aborted = false;
  reason: unknown;
  onabort: (() => void) | null = null;
  private listeners = new Set<() => void>();

  addEventListener(type: string, listener: () => void) {
    if (type === 'abort') this.listeners.add(listener);
  }

  removeEventListener(_type: string, listener: () => void) {
    this.listeners.delete(listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }

  abort(reason?: unknown) {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? new Error('aborted');
    this.onabort?.();
    for (const listener of this.listeners) listener();
  }
}

class SmallAbortController {
  signal = new SmallAbortSignal();
  abort(reason?: unknown) {
    this.signal.abort(reason);
  }
}

const scope = globalThis as { AbortController?: unknown };
if (typeof scope.AbortController === 'undefined') scope.AbortController = SmallAbortController;
