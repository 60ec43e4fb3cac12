/**
 * The place code this screen was opened with. A browser comes with `code`; WeChat with the whole link, encoded, in `q`,
 * or with the bare code in `scene`.
 */
export function scannedCode(params: Record<string, string | undefined>): string {
  if (params.code) return params.code;
  if (params.scene) return decodeURIComponent(params.scene);
  if (params.q) return /\/q\/([^/?#]+)/.exec(decodeURIComponent(params.q))?.[1] ?? '';
  return '';
}
