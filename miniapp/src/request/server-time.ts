let offsetMs = 0;

/** Every answer with `serverNow` corrects the phone's clock, so that a wrong phone does not show a wrong countdown. */
export function learnServerTime(serverNow: string): void {
  offsetMs = Date.parse(serverNow) - Date.now();
}

/** Now by the server's clock, in milliseconds. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}
