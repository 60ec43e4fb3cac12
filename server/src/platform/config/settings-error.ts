/** A setting that keeps the server from starting; the message says which one and what it should be. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}
