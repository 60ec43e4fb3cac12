import {
  afterQuietHours,
  DEFAULT_QUIET_HOURS,
  MESSAGE_KIND_RULES,
  type MessageChannel,
  type MessageKind,
  type QuietHours,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SmsSender } from '../identity/index.js';
import { WechatTemplates } from './wechat-templates.js';

/** A way that is open to one person for one kind of message. */
export interface OpenWay {
  personId: string;
  channel: MessageChannel;
  /** What they chose for this kind on this channel; undefined when they chose nothing. */
  chosen: boolean | undefined;
  /** When it may ring them. */
  nextAt: Date;
}

/** By which ways people can be reached now: which exist here, what consent is left, and when the night is over. */
@Injectable()
export class Reachability {
  constructor(
    private readonly templates: WechatTemplates,
    private readonly sms: SmsSender,
  ) {}

  /** The channels this platform has at all. */
  channels(): MessageChannel[] {
    const channels: MessageChannel[] = [];
    if (this.templates.all.length > 0) channels.push('wechat');
    if (this.sms.sendsText) channels.push('sms');
    return channels;
  }

  async of(tx: EntityManager, personIds: string[], kind: MessageKind, now: Date): Promise<OpenWay[]> {
    const channels = this.channels();
    if (channels.length === 0) return [];
    const [consenting, chosen, nights] = [
      await this.consenting(tx, personIds, kind),
      await this.chosen(tx, personIds, kind),
      await this.nights(tx, personIds),
    ];
    const { urgent } = MESSAGE_KIND_RULES[kind];
    return personIds.flatMap((personId) => {
      const quiet = nights.get(personId);
      const nextAt = urgent ? now : afterQuietHours(now, quiet === undefined ? DEFAULT_QUIET_HOURS : quiet);
      return channels
        .filter((channel) => channel !== 'wechat' || consenting.has(personId))
        .map((channel) => ({ personId, channel, chosen: chosen.get(`${personId} ${channel}`), nextAt }));
    });
  }

  /** Without a consent that is left WeChat would only refuse. */
  private async consenting(tx: EntityManager, personIds: string[], kind: MessageKind): Promise<Set<string>> {
    const template = this.templates.of(kind);
    if (template === null) return new Set();
    const rows = await tx.query<{ personId: string }[]>(
      `select person_id as personId from wechat_subscription
        where person_id in (?) and template_id = ? and granted > 0 and banned = 0`,
      [personIds, template.id],
    );
    return new Set(rows.map((row) => row.personId));
  }

  private async chosen(
    tx: EntityManager,
    personIds: string[],
    kind: MessageKind,
  ): Promise<Map<string, boolean>> {
    const rows = await tx.query<{ personId: string; channel: MessageChannel; chosen: number }[]>(
      'select person_id as personId, channel, chosen from message_setting where person_id in (?) and kind = ?',
      [personIds, kind],
    );
    return new Map(rows.map((row) => [`${row.personId} ${row.channel}`, row.chosen === 1]));
  }

  private async nights(tx: EntityManager, personIds: string[]): Promise<Map<string, QuietHours | null>> {
    const rows = await tx.query<{ personId: string; from: string | null; to: string | null }[]>(
      `select person_id as personId, from_time as \`from\`, to_time as \`to\`
         from message_quiet_hours where person_id in (?)`,
      [personIds],
    );
    return new Map(
      rows.map(({ personId, from, to }) => [personId, from === null || to === null ? null : { from, to }]),
    );
  }
}
