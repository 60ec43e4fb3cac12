import { Body, Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentSession, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { AddedPhoneDto, MeDto, WechatPhoneDto } from './dto/me.dto.js';
import { MeService } from './me.service.js';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @Can('session.self')
  @ApiOperation({ operationId: 'getMe', summary: '我是谁、有哪些身份' })
  read(@CurrentActor() actor: SignedInActor, @CurrentSession() sessionId: string): Promise<MeDto> {
    return this.me.of(actor.personId, sessionId);
  }

  @Post('phone/wechat')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiOperation({ operationId: 'addWechatPhone', summary: '用微信验证过的手机号' })
  addWechatPhone(@CurrentActor() actor: SignedInActor, @Body() body: WechatPhoneDto): Promise<AddedPhoneDto> {
    return this.me.addWechatPhone(actor.personId, body.code);
  }
}
