import Taro from '@tarojs/taro';
import { apiBase } from './api-base';
import { offlineRefusal, refusalFrom } from './refusal';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Query = Record<string, string | number | undefined>;

const TIMEOUT_MS = 15_000;

function withQuery(path: string, query: Query = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}

/** One request, without sign-in logic. Throws a Refusal for everything but 2xx. */
export async function send<T>(
  method: Method,
  path: string,
  options: { query?: Query; body?: object; accessToken?: string | undefined } = {},
): Promise<T> {
  const header: Record<string, string> = { accept: 'application/json' };
  if (options.accessToken) header.authorization = `Bearer ${options.accessToken}`;
  // WeChat says JSON for everything but GET anyhow, and the server would not take nothing for JSON.
  const withBody = method !== 'GET';
  if (withBody) header['content-type'] = 'application/json';
  let answer: Taro.request.SuccessCallbackResult;
  try {
    answer = await Taro.request({
      url: `${apiBase}${withQuery(path, options.query)}`,
      method,
      header,
      timeout: TIMEOUT_MS,
      ...(withBody ? { data: JSON.stringify(options.body ?? {}) } : {}),
    });
  } catch (failure) {
    // Some platforms throw for a status outside 2xx; that is an answer, not a missing network.
    const status =
      (failure as { status?: number; statusCode?: number }).statusCode ??
      (failure as { status?: number }).status;
    if (typeof status === 'number' && status > 0)
      throw refusalFrom(status, (failure as { data?: unknown }).data);
    throw offlineRefusal();
  }
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data as T;
  throw refusalFrom(answer.statusCode, answer.data);
}
