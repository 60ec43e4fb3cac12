import { Injectable } from '@nestjs/common';

/** Wakes whoever waits for events when this process has committed some. Nothing depends on it: the others look by themselves. */
@Injectable()
export class Nudges {
  private readonly listeners = new Set<() => void>();

  readonly nudge = (): void => {
    for (const listener of this.listeners) listener();
  };

  listen(listener: () => void): void {
    this.listeners.add(listener);
  }
}
