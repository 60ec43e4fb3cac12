import { fileURLToPath } from 'node:url';

const DIST = new URL('../../dist/', import.meta.url);

/** A file of the built server. The tests run what will run, with the decorators' metadata that only the build adds. */
export function builtFile(path: string): string {
  return fileURLToPath(new URL(path, DIST));
}

/** A built module, typed by its source: `built<typeof import('../../src/x.js')>('x.js')`. */
export async function built<T>(path: string): Promise<T> {
  return (await import(new URL(path, DIST).href)) as T;
}
