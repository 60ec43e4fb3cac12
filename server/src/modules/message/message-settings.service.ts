import {
  channelIsOn,
  channelIsTheirs,
  DEFAULT_QUIET_HOURS,
  MESSAGE_CHANNEL_LABELS,
  MESSAGE_KIND_RULES,
  MESSAGE_KINDS,
  type MessageChannel,
  type MessageKind,
  type QuietHours,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Contacts } from '../identity/index.js';
import type { ChangeMessageSettingsDto, MessageSettingsDto } from './dto/message-settings.dto.js';
import { channelFixed } from './message.errors.js';
import { Reachability } from './reachability.js';

/** By which ways, and when, one person wants to be told. */
@Injectable()
export class MessageSettingsService {
  constructor(
    private readonly database: Database,
    private readonly contacts: Contacts,
    private readonly reachability: Reachability,
  ) {}

  async of(actor: SignedInActor): Promise<MessageSettingsDto> {
    const { personId } = actor;
    const offered = this.reachability.channels();
    const [quietHours, chosen, reachable] = await Promise.all([
      this.quietHours(personId),
      this.chosen(personId),
      Promise.all(offered.map((channel) => this.isReachable(personId, channel))),
    ]);
    return {
      quietHours,
      channels: offered.map((channel, index) => ({
        channel,
        label: MESSAGE_CHANNEL_LABELS[channel],
        reachable: reachable[index] ?? false,
      })),
      kinds: kindsFor(actor).map((kind) => ({
        kind,
        label: MESSAGE_KIND_RULES[kind].label,
        urgent: MESSAGE_KIND_RULES[kind].urgent,
        channels: offered
          .filter((channel) => MESSAGE_KIND_RULES[kind][channel] !== 'never')
          .map((channel) => ({
            channel,
            on: channelIsOn(kind, channel, chosen.get(`${kind} ${channel}`)),
            switchable: channelIsTheirs(kind, channel),
          })),
      })),
    };
  }

  async change(actor: SignedInActor, change: ChangeMessageSettingsDto): Promise<MessageSettingsDto> {
    const { quietHours, choices = [] } = change;
    const fixed = choices.find(({ kind, channel }) => !channelIsTheirs(kind, channel));
    if (fixed !== undefined) throw channelFixed({ kind: MESSAGE_KIND_RULES[fixed.kind].label });
    await this.database.transaction(async (tx) => {
      if (quietHours !== undefined) {
        await tx.query(
          `insert into message_quiet_hours (person_id, from_time, to_time) values (?, ?, ?)
           on duplicate key update from_time = values(from_time), to_time = values(to_time)`,
          [actor.personId, quietHours?.from ?? null, quietHours?.to ?? null],
        );
      }
      for (const { kind, channel, on } of choices) {
        await tx.query(
          `insert into message_setting (person_id, kind, channel, chosen) values (?, ?, ?, ?)
           on duplicate key update chosen = values(chosen)`,
          [actor.personId, kind, channel, on ? 1 : 0],
        );
      }
    });
    return this.of(actor);
  }

  private async quietHours(personId: string): Promise<QuietHours | null> {
    const [row] = await this.database.query<{ from: string | null; to: string | null }>(
      'select from_time as `from`, to_time as `to` from message_quiet_hours where person_id = ?',
      [personId],
    );
    if (row === undefined) return DEFAULT_QUIET_HOURS;
    return row.from === null || row.to === null ? null : { from: row.from, to: row.to };
  }

  private async chosen(personId: string): Promise<Map<string, boolean>> {
    const rows = await this.database.query<{ kind: MessageKind; channel: MessageChannel; chosen: number }>(
      'select kind, channel, chosen from message_setting where person_id = ?',
      [personId],
    );
    return new Map(rows.map((row) => [`${row.kind} ${row.channel}`, row.chosen === 1]));
  }

  private async isReachable(personId: string, channel: MessageChannel): Promise<boolean> {
    const address =
      channel === 'wechat' ? await this.contacts.openidOf(personId) : await this.contacts.phoneOf(personId);
    return address !== null;
  }
}

/** Everyone reports; only who is appointed to something hears of the work. */
function kindsFor(actor: SignedInActor): MessageKind[] {
  const appointed = actor.appointments.length > 0;
  return MESSAGE_KINDS.filter((kind) => appointed || MESSAGE_KIND_RULES[kind].audience === 'resident');
}
