import { MESSAGE_KIND_RULES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { SubscribeTemplate, TemplateSource } from '../../../platform/wechat/subscribe-templates.js';
import { fieldValue, TemplateFieldFault } from '../../../platform/wechat/template-fields.js';
import { WechatClient } from '../../../platform/wechat/wechat.client.js';
import { Contacts } from '../../identity/index.js';
import { Channel, type Outcome } from '../delivery/channel.js';
import type { WaitingDelivery } from '../delivery/delivery.ledger.js';
import { WechatTemplates } from '../wechat-templates.js';

const HOUR_MS = 3_600_000;
const PAGES = {
  incident: 'packages/incident/pages/detail/index',
  task: 'packages/workbench/pages/task/index',
  notice: 'packages/notice/pages/detail/index',
  my_home: 'packages/me/pages/my-homes/index',
  home_claim: 'packages/me/pages/home-claims/index',
  my_privacy: 'packages/me/pages/privacy/index',
  none: 'pages/me/index',
};

/** One subscribe message for one consent. */
@Injectable()
export class WechatChannel extends Channel {
  constructor(
    private readonly database: Database,
    private readonly wechat: WechatClient,
    private readonly contacts: Contacts,
    private readonly templates: WechatTemplates,
  ) {
    super();
  }

  async send(delivery: WaitingDelivery): Promise<Outcome> {
    const template = delivery.kind === null ? null : this.templates.of(delivery.kind);
    if (template === null) return { result: 'skip', why: '没有设微信模板' };
    const openid = await this.contacts.openidOf(delivery.targetId);
    if (openid === null) return { result: 'skip', why: '没有用微信登录过' };
    let data: Record<string, string>;
    try {
      data = fill(template, delivery);
    } catch (error) {
      if (!(error instanceof TemplateFieldFault)) throw error;
      return { result: 'die', why: `${template.key}：${error.message}` };
    }
    const page = pageOf(delivery);
    const answer = await this.wechat.sendSubscribeMessage({ openid, templateId: template.id, page, data });
    const outcome = outcomeOf(answer.errcode ?? 0, answer.errmsg ?? '');
    if (outcome.result === 'sent') await this.useUp(delivery.targetId, template.id);
    else if (answer.errcode === 43101) await this.clear(delivery.targetId, template.id);
    return outcome;
  }

  private async useUp(personId: string, templateId: string): Promise<void> {
    await this.database.query(
      'update wechat_subscription set granted = granted - 1 where person_id = ? and template_id = ? and granted > 0',
      [personId, templateId],
    );
  }

  /** WeChat knows better than we what consent is left. */
  private async clear(personId: string, templateId: string): Promise<void> {
    await this.database.query(
      'update wechat_subscription set granted = 0 where person_id = ? and template_id = ?',
      [personId, templateId],
    );
  }
}

function fill(template: SubscribeTemplate, delivery: WaitingDelivery): Record<string, string> {
  const sources: Record<TemplateSource, string | Date> = {
    title: delivery.title,
    body: delivery.body,
    kind: delivery.kind === null ? '' : MESSAGE_KIND_RULES[delivery.kind].short,
    at: delivery.at,
  };
  return Object.fromEntries(
    Object.entries(template.fields).map(([source, field]) => [
      field,
      fieldValue(field, sources[source as TemplateSource]),
    ]),
  );
}

function pageOf({ linkType, linkId }: WaitingDelivery): string {
  return linkId === null ? PAGES[linkType] : `${PAGES[linkType]}?id=${linkId}`;
}

/** Refused and used up look the same to WeChat; neither is anybody's mistake. */
function outcomeOf(errcode: number, errmsg: string): Outcome {
  switch (errcode) {
    case 0:
      return { result: 'sent' };
    case 43101:
      return { result: 'skip', why: '没有同意接收，或同意的次数用完了（43101）' };
    case 47003:
      return { result: 'die', why: `模板的字段对不上（47003）：${errmsg}` };
    case 40037:
      return { result: 'die', why: '模板编号不对（40037）' };
    case 40003:
      return { result: 'die', why: '收信人的 openid 不对（40003）' };
    case 45009:
      return { result: 'retry', why: '今天的发送次数用完了（45009）', afterMs: HOUR_MS };
    default:
      return { result: 'retry', why: `微信回答 ${errcode}：${errmsg}` };
  }
}
