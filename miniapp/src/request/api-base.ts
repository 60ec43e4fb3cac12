/** Where the API is: the same origin in a browser, a host baked in at build time in WeChat. */
export const apiBase = process.env.TARO_ENV === 'h5' ? '' : process.env.TARO_APP_API_BASE;

/** Photo links come relative from the server; WeChat's `image` needs the host. */
export function absolute(url: string): string {
  return url.startsWith('/') ? `${apiBase}${url}` : url;
}
