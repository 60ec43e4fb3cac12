import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/ids/new-id.js';
import { WecomClient } from '../../../platform/wecom/wecom.client.js';
import type { Outcome } from '../delivery/channel.js';
import { DeliveryLedger, type WaitingDelivery } from '../delivery/delivery.ledger.js';
import { foldInto, type Sending } from './fold.js';
import { GroupRobots } from './group-robots.js';

/** No more than this is looked at for one group at once; it is folded into a few posts anyway. */
const MOST_WAITING = 200;
/** Whoever speaks through a robot lets go of it after this long, well before the hold runs out. */
const SPEAKING_MS = 15_000;
const WAIT_FOR_THE_WINDOW_MS = 5_000;

/** Posts what is due for a community's group through its robot: one speaker at a time, within the robot's limit. */
@Injectable()
export class WecomRobots {
  private readonly logger = new Logger('WecomRobots');

  constructor(
    private readonly ledger: DeliveryLedger,
    private readonly robots: GroupRobots,
    private readonly wecom: WecomClient,
    private readonly clock: Clock,
  ) {}

  async speak(communityId: string): Promise<void> {
    const speaker = newId(this.clock.now());
    const key = await this.robots.hold(communityId, speaker, this.clock.now());
    if (key === 'held') return;
    try {
      const waiting = await this.ledger.dueFor(communityId, this.clock.now(), MOST_WAITING);
      if (key === null) await this.skip(waiting);
      else await this.post(communityId, key, waiting);
    } finally {
      await this.robots.letGo(communityId, speaker);
    }
  }

  private async post(communityId: string, key: string, waiting: WaitingDelivery[]): Promise<void> {
    const since = this.clock.now().getTime();
    const callsLeft = await this.robots.callsLeft(communityId, this.clock.now());
    if (callsLeft <= 0) {
      const until = new Date(since + WAIT_FOR_THE_WINDOW_MS);
      await this.ledger.postpone(
        waiting.map(({ id }) => id),
        until,
      );
      return;
    }
    for (const sending of foldInto(waiting, callsLeft)) {
      const went = await this.call(communityId, key, sending);
      // A robot that does not answer now will not answer the next one either.
      if (!went || this.clock.now().getTime() - since > SPEAKING_MS) return;
    }
  }

  private async call(communityId: string, key: string, sending: Sending): Promise<boolean> {
    const by = newId(this.clock.now());
    const claimed: WaitingDelivery[] = [];
    for (const delivery of sending.carries) {
      if (await this.ledger.giveUp(delivery, this.clock.now())) continue;
      if (await this.ledger.claim(delivery.id, by, this.clock.now())) claimed.push(delivery);
    }
    if (claimed.length === 0) return true;
    const outcome = await this.outcomeOf(key, sending.text);
    const now = this.clock.now();
    for (const delivery of claimed) await this.ledger.finish(delivery, by, outcome, now);
    await this.robots.remember(communityId, outcome, now);
    return outcome.result === 'sent';
  }

  async outcomeOf(key: string, text: string): Promise<Outcome> {
    try {
      const { errcode, errmsg } = await this.wecom.send(key, text);
      if (errcode === 0) return { result: 'sent' };
      if (errcode === 93000)
        return { result: 'die', why: '机器人的地址失效了，请到群里看它还在不在（93000）' };
      if (errcode === 45009)
        return { result: 'retry', why: '群里的消息发得太密了（45009）', afterMs: 60_000 };
      return { result: 'retry', why: `企业微信回答 ${errcode}：${errmsg}` };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.logger.warn(`a robot could not be reached: ${why}`);
      return { result: 'retry', why: `企业微信没有回应：${why}` };
    }
  }

  private async skip(waiting: WaitingDelivery[]): Promise<void> {
    for (const delivery of waiting) {
      const by = newId(this.clock.now());
      if (!(await this.ledger.claim(delivery.id, by, this.clock.now()))) continue;
      await this.ledger.finish(delivery, by, { result: 'skip', why: '群机器人已停用' }, this.clock.now());
    }
  }
}
