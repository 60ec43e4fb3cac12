import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import type {
  AnswerWechatSubscriptionsDto,
  WechatSubscriptionDto,
  WechatTemplateAnswerDto,
} from './dto/wechat-subscriptions.dto.js';
import { templateUnknown } from './message.errors.js';
import type { WechatAnswer } from './wechat-answer.entity.js';
import { WechatTemplates } from './wechat-templates.js';

/** Somebody who said no is left alone for this long. */
const NO_NAGGING_MS = 30 * 86_400_000;
/** More consents than this in hand need no further asking. */
const ENOUGH = 3;
/** What a single person could ever need; a script that answers all day gains nothing. */
const MOST = 50;

interface SubscriptionRow {
  templateId: string;
  granted: number;
  refusedAt: Date | null;
  banned: number;
}

/** What people let WeChat tell them: each yes is good for one message, each no is remembered. */
@Injectable()
export class WechatSubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly templates: WechatTemplates,
  ) {}

  async of({ personId, appointments }: SignedInActor): Promise<WechatSubscriptionDto[]> {
    const rows = await this.database.query<SubscriptionRow>(
      `select template_id as templateId, granted, refused_at as refusedAt, banned
         from wechat_subscription where person_id = ?`,
      [personId],
    );
    const now = this.clock.now().getTime();
    return this.templates.all
      .filter(({ key }) => key !== 'work' || appointments.length > 0)
      .map((template) => {
        const row = rows.find(({ templateId }) => templateId === template.id);
        const granted = row?.granted ?? 0;
        const refused = row?.refusedAt != null && now - row.refusedAt.getTime() < NO_NAGGING_MS;
        return {
          templateId: template.id,
          key: template.key,
          label: this.templates.labelOf(template),
          granted,
          mayAsk: row?.banned !== 1 && !refused && granted < ENOUGH,
        };
      });
  }

  /** Sent again with the same id it counts once. */
  async answer(
    actor: SignedInActor,
    { id, answers }: AnswerWechatSubscriptionsDto,
  ): Promise<WechatSubscriptionDto[]> {
    const known = new Set(this.templates.all.map((template) => template.id));
    if (!answers.every(({ templateId }) => known.has(templateId))) throw templateUnknown();
    await this.database.transaction(async (tx) => {
      // In one order, so that two askings of one person do not wait for each other.
      for (const answer of [...answers].sort((a, b) => (a.templateId < b.templateId ? -1 : 1))) {
        if (await this.record(tx, actor.personId, id, answer)) await this.count(tx, actor.personId, answer);
      }
    });
    return this.of(actor);
  }

  /** False when this answer was recorded before. */
  private async record(
    tx: EntityManager,
    personId: string,
    id: string,
    { templateId, answer }: WechatTemplateAnswerDto,
  ): Promise<boolean> {
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      'insert ignore into wechat_answer (id, template_id, person_id, answer, at) values (?, ?, ?, ?, ?)',
      [id, templateId, personId, answer, this.clock.now()],
    );
    if (affectedRows > 0) return true;
    const [before] = await tx.query<{ personId: string; answer: WechatAnswer }[]>(
      'select person_id as personId, answer from wechat_answer where id = ? and template_id = ?',
      [id, templateId],
    );
    if (before?.personId !== personId || before.answer !== answer) throw idUsedDifferently();
    return false;
  }

  private async count(
    tx: EntityManager,
    personId: string,
    { templateId, answer }: WechatTemplateAnswerDto,
  ): Promise<void> {
    await tx.query(
      `insert ignore into wechat_subscription (person_id, template_id, granted, banned) values (?, ?, 0, 0)`,
      [personId, templateId],
    );
    const now = this.clock.now();
    const [change, parameters] = changeFor(answer, now);
    await tx.query(`update wechat_subscription set ${change} where person_id = ? and template_id = ?`, [
      ...parameters,
      personId,
      templateId,
    ]);
  }
}

/** `filter` means that WeChat showed nothing, because another template of the same title stood beside it. */
function changeFor(answer: WechatAnswer, now: Date): [string, unknown[]] {
  switch (answer) {
    case 'accept':
      return [`granted = least(granted + 1, ${MOST}), refused_at = null, banned = 0`, []];
    case 'reject':
      return ['refused_at = ?', [now]];
    case 'ban':
      return ['banned = 1, granted = 0', []];
    case 'filter':
      return ['granted = granted', []];
  }
}
