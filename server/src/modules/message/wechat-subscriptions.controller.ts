import { Body, Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { AnswerWechatSubscriptionsDto, WechatSubscriptionsDto } from './dto/wechat-subscriptions.dto.js';
import { WechatSubscriptionsService } from './wechat-subscriptions.service.js';

@ApiTags('me')
@Controller('me/wechat-subscriptions')
export class WechatSubscriptionsController {
  constructor(private readonly subscriptions: WechatSubscriptionsService) {}

  @Get()
  @Can('inbox.read')
  @ApiOperation({ operationId: 'listWechatSubscriptions', summary: '微信还可以提醒我几次，要不要再问我' })
  async list(@CurrentActor() actor: SignedInActor): Promise<WechatSubscriptionsDto> {
    return { items: await this.subscriptions.of(actor) };
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  @Can('inbox.read')
  @ApiOperation({ operationId: 'answerWechatSubscriptions', summary: '记下我在微信里是同意还是拒绝' })
  async answer(
    @CurrentActor() actor: SignedInActor,
    @Body() body: AnswerWechatSubscriptionsDto,
  ): Promise<WechatSubscriptionsDto> {
    return { items: await this.subscriptions.answer(actor, body) };
  }
}
