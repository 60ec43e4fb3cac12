/** How far this machine's clock is behind the server's; clocks of incidents are read by the server's time. */
let offsetMs = 0;

export function noteServerNow(iso: string, receivedAtMs: number): void {
  offsetMs = Date.parse(iso) - receivedAtMs;
}

export function serverNowMs(): number {
  return Date.now() + offsetMs;
}
