import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import { templateColumn, wordColumn } from './message.columns.js';

/** What `wx.requestSubscribeMessage` says for one template. */
export const WECHAT_ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const;
export type WechatAnswer = (typeof WECHAT_ANSWERS)[number];

/** One answer to one asking, as it was given. Only ever added to: it is the record of the consent. */
@Entity('wechat_answer')
export class WechatAnswerRow {
  /** Made by the phone that asked; all templates of one asking share it. */
  @PrimaryColumn(idColumn)
  id: string;

  @PrimaryColumn({ ...templateColumn, name: 'template_id' })
  templateId: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column(wordColumn)
  answer: WechatAnswer;

  @Column(momentColumn)
  at: Date;
}
