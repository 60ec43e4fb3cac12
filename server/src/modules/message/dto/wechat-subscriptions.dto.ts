import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Matches, ValidateNested } from 'class-validator';
import { IsUuidV7 } from '../../../platform/http/validators.js';
import { TEMPLATE_KEYS, type TemplateKey } from '../../../platform/wechat/subscribe-templates.js';
import { WECHAT_ANSWERS, type WechatAnswer } from '../wechat-answer.entity.js';

export class WechatSubscriptionDto {
  /** What `wx.requestSubscribeMessage` is asked with. */
  templateId: string;

  @ApiProperty({ enum: TEMPLATE_KEYS })
  key: TemplateKey;

  /** What the person would be told, as a sentence for the screen. */
  label: string;

  /** How many messages may still be sent. */
  granted: number;

  /** False where asking would be nagging, or would do nothing. */
  mayAsk: boolean;
}

export class WechatSubscriptionsDto {
  /** Empty where this platform has no templates. */
  items: WechatSubscriptionDto[];
}

export class WechatTemplateAnswerDto {
  @Matches(/^[\w-]{10,64}$/, { message: '模板编号的格式不对' })
  templateId: string;

  @ApiProperty({ enum: WECHAT_ANSWERS })
  @IsIn(WECHAT_ANSWERS, { message: '没有这种回答' })
  answer: WechatAnswer;
}

export class AnswerWechatSubscriptionsDto {
  /** Made by the phone for this one asking. */
  @IsUuidV7()
  id: string;

  @IsArray({ message: '回答要是一个列表' })
  @ArrayMinSize(1, { message: '至少有一个回答' })
  @ArrayMaxSize(3, { message: '一次最多回答 3 个' })
  @ValidateNested({ each: true, message: '回答的格式不对' })
  @Type(() => WechatTemplateAnswerDto)
  answers: WechatTemplateAnswerDto[];
}
