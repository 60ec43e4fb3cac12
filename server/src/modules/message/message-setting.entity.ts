import type { MessageChannel, MessageKind } from '@linli/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';
import { wordColumn } from './message.columns.js';

/** What one person chose for one kind on one channel; without a row the kind's own rule stands. */
@Entity('message_setting')
export class MessageSetting {
  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  @PrimaryColumn(wordColumn)
  kind: MessageKind;

  @PrimaryColumn(wordColumn)
  channel: MessageChannel;

  @Column({ type: 'tinyint' })
  chosen: number;
}
