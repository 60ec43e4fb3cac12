import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import { templateColumn } from './message.columns.js';

/** How often WeChat may still send one person one template: each consent is used up by one message. */
@Entity('wechat_subscription')
export class WechatSubscription {
  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  @PrimaryColumn({ ...templateColumn, name: 'template_id' })
  templateId: string;

  @Column({ type: 'smallint', unsigned: true })
  granted: number;

  @Column({ ...momentColumn, name: 'refused_at', nullable: true })
  refusedAt: Date | null;

  /** WeChat itself forbids the template; asking would do nothing. */
  @Column({ type: 'tinyint' })
  banned: number;
}
