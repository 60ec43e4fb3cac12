import type { MessageChannel } from '@linli/shared';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Nudges } from '../../../platform/events/nudges.js';
import { newId } from '../../../platform/ids/new-id.js';
import { Lane } from '../../../platform/lanes/lane.js';
import { SmsChannel } from '../channels/sms.channel.js';
import { WechatChannel } from '../channels/wechat.channel.js';
import { WecomRobots } from '../channels/wecom.robots.js';
import type { Channel, Outcome } from './channel.js';
import { DeliveryLedger, type WaitingDelivery } from './delivery.ledger.js';
import { PassedMessages } from './passed-messages.js';

const AT_ONCE = 8;

/**
 * Carries out what the ledger holds, in every process. Each channel has a lane of its own, so that one that hangs holds up
 * no other; what is told to many has another, so that nobody's own message waits behind it.
 */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Deliveries');
  private readonly lanes: Lane[];

  constructor(
    private readonly ledger: DeliveryLedger,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly nudges: Nudges,
    private readonly robots: WecomRobots,
    private readonly passed: PassedMessages,
    wechat: WechatChannel,
    sms: SmsChannel,
  ) {
    this.lanes = [
      new Lane('Deliveries wechat', () => this.people('wechat', wechat, false), settings.dispatchMs),
      new Lane('Deliveries wechat to many', () => this.people('wechat', wechat, true), settings.dispatchMs),
      new Lane('Deliveries sms', () => this.people('sms', sms, false), settings.dispatchMs),
      new Lane('Deliveries sms to many', () => this.people('sms', sms, true), settings.dispatchMs),
      new Lane('Deliveries wecom', () => this.groups(), settings.dispatchMs),
    ];
  }

  onApplicationBootstrap(): void {
    if (this.settings.dispatchMs === 0) return;
    for (const lane of this.lanes) {
      lane.start();
      this.nudges.listen(() => lane.nudge());
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }

  /** Whether there may be more than was looked at. */
  private async people(name: MessageChannel, channel: Channel, toMany: boolean): Promise<boolean> {
    const due = await this.ledger.due(name, toMany, this.clock.now(), AT_ONCE);
    await Promise.all(due.map((delivery) => this.carryOut(channel, delivery)));
    return due.length === AT_ONCE;
  }

  private async groups(): Promise<boolean> {
    const due = await this.ledger.dueGroups(this.clock.now(), AT_ONCE);
    await Promise.all(due.map((communityId) => this.robots.speak(communityId)));
    return false;
  }

  private async carryOut(channel: Channel, delivery: WaitingDelivery): Promise<void> {
    const by = newId(this.clock.now());
    if (await this.ledger.giveUp(delivery, this.clock.now())) return;
    if (!(await this.ledger.claim(delivery.id, by, this.clock.now()))) return;
    const outcome = await this.outcomeOf(channel, delivery);
    await this.ledger.finish(delivery, by, outcome, this.clock.now());
  }

  private async outcomeOf(channel: Channel, delivery: WaitingDelivery): Promise<Outcome> {
    try {
      const passed = await this.passed.why(delivery, this.clock.now());
      return passed === null ? await channel.send(delivery) : { result: 'skip', why: passed };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.logger.warn(`${delivery.channel} ${delivery.id}: ${why}`);
      return { result: 'retry', why };
    }
  }
}
