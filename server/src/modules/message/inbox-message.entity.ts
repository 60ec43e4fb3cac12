import type { MessageKind } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import { causeColumn, wordColumn } from './message.columns.js';

/** Where a message leads. */
export type LinkType = 'incident' | 'task' | 'notice' | 'my_home' | 'home_claim' | 'my_privacy' | 'none';

/** One thing one person was told. */
@Entity('inbox_message')
@Index('inbox_message_cause', ['personId', 'cause'], { unique: true })
@Index('inbox_message_link', ['linkId', 'id'])
@Index('inbox_message_newest', ['personId', 'at', 'id'])
@Index('inbox_message_unread', ['personId', 'readAt', 'at'])
export class InboxMessage {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column(wordColumn)
  kind: MessageKind;

  @Column({ type: 'varchar', length: 60 })
  title: string;

  @Column({ type: 'varchar', length: 500 })
  body: string;

  @Column({ ...wordColumn, name: 'link_type' })
  linkType: LinkType;

  @Column({ ...idColumn, name: 'link_id', nullable: true })
  linkId: string | null;

  @Column({ ...idColumn, name: 'community_id', nullable: true })
  communityId: string | null;

  @Column(causeColumn)
  cause: string;

  @Column(momentColumn)
  at: Date;

  @Column({ ...momentColumn, name: 'read_at', nullable: true })
  readAt: Date | null;
}
