import type { World } from './world.js';

export interface SentByStandIn {
  /** Subscribe messages that reached somebody's WeChat. */
  sent: { openid: string; templateId: string; page: string; data: Record<string, string> }[];
  /** Lines that robots posted in groups. */
  posted: { key: string; text: string }[];
}

/** What people and groups were sent, as the stand-in for WeChat's servers took it. */
export async function sentByStandIn(world: World): Promise<SentByStandIn> {
  const answer = await fetch(`${world.wechatUrl}/stand-in/sent`, { method: 'POST', body: '{}' });
  return (await answer.json()) as SentByStandIn;
}

/** Has the stand-in refuse the next call of a route with one of WeChat's own error codes. */
export async function refuseNext(world: World, route: string, errcode: number): Promise<void> {
  const body = JSON.stringify({ route, errcode });
  await fetch(`${world.wechatUrl}/stand-in/faults`, { method: 'POST', body });
}
