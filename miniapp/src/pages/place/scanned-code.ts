/**
 * The place code this screen was opened with. A browser comes with `code`; WeChat with the whole link, encoded, in `q`,
 * or with the bare code in `scene`. Empty when there is none to be read.
 */
export function scannedCode(params: Record<string, string | undefined>): string {
  if (params.code) return params.code;
  if (params.scene) return decoded(params.scene);
  if (params.q) return /\/q\/([^/?#]+)/.exec(decoded(params.q))?.[1] ?? '';
  return '';
}

/** What came in may be cut off in the middle of an escape. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
