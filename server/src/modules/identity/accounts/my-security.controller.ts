import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentSession, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import {
  BeginSecondStepDto,
  ChangePasswordDto,
  EndSessionsDto,
  EnrolmentDto,
  MySecurityDto,
  MySessionsDto,
  RecoveryCodesDto,
  RemoveSecondStepDto,
  SecondStepCodeDto,
} from './dto/my-security.dto.js';
import { MySecurity } from './my-security.service.js';

/** One's own way in, and where one is signed in. */
@ApiTags('me')
@Controller('me')
@Can('session.self')
export class MySecurityController {
  constructor(private readonly security: MySecurity) {}

  @Get('security')
  @ApiOperation({ operationId: 'getMySecurity', summary: '我的账号、密码和两步登录' })
  read(@CurrentActor() actor: SignedInActor): Promise<MySecurityDto> {
    return this.security.of(actor.personId);
  }

  @Post('password')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'changeMyPassword', summary: '改自己的密码' })
  changePassword(
    @CurrentActor() actor: SignedInActor,
    @CurrentSession() sessionId: string,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    return this.security.changePassword(actor, sessionId, body.currentPassword, body.newPassword);
  }

  @Post('second-step')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'beginMySecondStep', summary: '给验证器一个新的密钥' })
  beginSecondStep(
    @CurrentActor() actor: SignedInActor,
    @Body() body: BeginSecondStepDto,
  ): Promise<EnrolmentDto> {
    return this.security.beginSecondStep(actor, body.password, body.code);
  }

  @Post('second-step/confirm')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'confirmMySecondStep', summary: '用第一个验证码开通两步登录' })
  async confirmSecondStep(
    @CurrentActor() actor: SignedInActor,
    @CurrentSession() sessionId: string,
    @Body() body: SecondStepCodeDto,
  ): Promise<RecoveryCodesDto> {
    return { items: await this.security.confirmSecondStep(actor, sessionId, body.code) };
  }

  @Post('second-step/remove')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'removeMySecondStep', summary: '关掉两步登录' })
  removeSecondStep(@CurrentActor() actor: SignedInActor, @Body() body: RemoveSecondStepDto): Promise<void> {
    return this.security.removeSecondStep(actor, body.password, body.code);
  }

  @Post('second-step/recovery-codes')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'renewMyRecoveryCodes', summary: '换一组备用码' })
  async renewRecoveryCodes(
    @CurrentActor() actor: SignedInActor,
    @Body() body: SecondStepCodeDto,
  ): Promise<RecoveryCodesDto> {
    return { items: await this.security.renewRecoveryCodes(actor, body.code) };
  }

  @Get('sessions')
  @ApiOperation({ operationId: 'listMySessions', summary: '我在哪些设备上登录着' })
  async sessions(
    @CurrentActor() actor: SignedInActor,
    @CurrentSession() sessionId: string,
  ): Promise<MySessionsDto> {
    return { items: await this.security.sessionsOf(actor.personId, sessionId) };
  }

  @Post('sessions/:id/end')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'endMySession', summary: '退出一处登录' })
  endSession(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<void> {
    return this.security.endSession(actor, id);
  }

  @Post('sessions/end-all')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'endMySessions', summary: '退出别处的登录，或者所有登录' })
  endSessions(
    @CurrentActor() actor: SignedInActor,
    @CurrentSession() sessionId: string,
    @Body() body: EndSessionsDto,
  ): Promise<void> {
    return this.security.endSessions(actor, sessionId, body.keepThis);
  }
}
