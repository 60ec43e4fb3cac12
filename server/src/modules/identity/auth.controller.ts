import { Body, Controller, Get, HttpCode, HttpStatus, Post, Res, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle, Throttle, ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/auth/can.decorator.js';
import { TokenIgnored } from '../../platform/auth/token-ignored.decorator.js';
import { PlaceService } from '../area/index.js';
import { EnrolmentDto } from './accounts/dto/my-security.dto.js';
import { DemoPeopleService } from './demo-people.service.js';
import { DemoLoginDto, DemoPeopleDto } from './dto/demo.dto.js';
import {
  FirstChangeDto,
  PasswordLoginDto,
  PhoneCodeSentDto,
  PhoneLoginDto,
  RefreshDto,
  SendPhoneCodeDto,
  TicketCodeDto,
  TicketDto,
  WechatLoginDto,
} from './dto/login.dto.js';
import { EnrolledSessionDto, SessionDto, SignInStepDto } from './dto/session.dto.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { SessionsService } from './sessions.service.js';
import { CurrentDevice } from './sign-in/current-device.js';
import { PasswordSignIn } from './sign-in/password-sign-in.js';
import { SignInService } from './sign-in.service.js';
import { GUESSABLE } from './throttle.js';

/** Signing in, staying signed in and signing out. The proof is in the body, so an old access token is not looked at. */
@ApiTags('auth')
@Controller('auth')
@Public()
@TokenIgnored()
@UseGuards(ThrottlerGuard)
export class AuthController {
  constructor(
    private readonly places: PlaceService,
    private readonly signIn: SignInService,
    private readonly passwords: PasswordSignIn,
    private readonly phoneCodes: PhoneCodesService,
    private readonly sessions: SessionsService,
    private readonly demoPeople: DemoPeopleService,
  ) {}

  @Get('demo-people')
  @ApiOperation({ operationId: 'listDemoPeople', summary: '演示里可以扮演的人' })
  async listDemoPeople(): Promise<DemoPeopleDto> {
    return { items: await this.demoPeople.list(), samplePlaceCode: await this.places.firstCode() };
  }

  @Post('demo')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'signInAsDemoPerson', summary: '以演示人物的身份登录' })
  asDemoPerson(@Body() body: DemoLoginDto, @CurrentDevice() device: string): Promise<SessionDto> {
    return this.signIn.asDemoPerson(body.key, device);
  }

  @Post('wechat')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'signInByWechat', summary: '微信登录' })
  byWechat(@Body() body: WechatLoginDto, @CurrentDevice() device: string): Promise<SessionDto> {
    return this.signIn.byWechat(body.code, device);
  }

  @Post('phone-codes')
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'sendPhoneCode', summary: '发一个验证码到手机' })
  async sendPhoneCode(@Body() body: SendPhoneCodeDto): Promise<PhoneCodeSentDto> {
    const sent = await this.phoneCodes.send(body.phone);
    return {
      expiresAt: sent.expiresAt.toISOString(),
      resendAfterSeconds: sent.resendAfterSeconds,
      ...(sent.shownCode === null ? {} : { demoCode: sent.shownCode }),
    };
  }

  @Post('phone')
  @HttpCode(HttpStatus.OK)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'signInByPhone', summary: '手机号和验证码登录' })
  byPhone(@Body() body: PhoneLoginDto, @CurrentDevice() device: string): Promise<SessionDto> {
    return this.signIn.byPhone(body.phone, body.code, device);
  }

  @Post('password')
  @HttpCode(HttpStatus.OK)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'signInByPassword', summary: '账号和密码登录' })
  @ApiOkResponse({ type: SessionDto })
  @ApiAcceptedResponse({ type: SignInStepDto })
  async byPassword(
    @Body() body: PasswordLoginDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentDevice() device: string,
  ): Promise<SessionDto | SignInStepDto> {
    return saidBy(reply, await this.signIn.byPassword(body.account, body.password, device));
  }

  @Post('second-step')
  @HttpCode(HttpStatus.OK)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'takeSecondStep', summary: '登录的第二步：验证码或者备用码' })
  @ApiOkResponse({ type: SessionDto })
  @ApiAcceptedResponse({ type: SignInStepDto })
  async takeSecondStep(
    @Body() body: TicketCodeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentDevice() device: string,
  ): Promise<SessionDto | SignInStepDto> {
    return saidBy(reply, await this.signIn.takeSecondStep(body.ticket, body.code, device));
  }

  @Post('first-change')
  @HttpCode(HttpStatus.OK)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'changeFirstPassword', summary: '第一次登录：换成自己的密码' })
  @ApiOkResponse({ type: SessionDto })
  @ApiAcceptedResponse({ type: SignInStepDto })
  async changeFirst(
    @Body() body: FirstChangeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentDevice() device: string,
  ): Promise<SessionDto | SignInStepDto> {
    return saidBy(reply, await this.signIn.changeFirst(body.ticket, body.password, device));
  }

  @Post('enrolment')
  @HttpCode(HttpStatus.OK)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'beginEnrolment', summary: '登录时开通两步登录：给验证器的密钥' })
  beginEnrolment(@Body() body: TicketDto): Promise<EnrolmentDto> {
    return this.passwords.beginEnrolment(body.ticket);
  }

  @Post('enrolment/confirm')
  @HttpCode(HttpStatus.OK)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'confirmEnrolment', summary: '登录时开通两步登录：第一个验证码' })
  confirmEnrolment(
    @Body() body: TicketCodeDto,
    @CurrentDevice() device: string,
  ): Promise<EnrolledSessionDto> {
    return this.signIn.confirmEnrolment(body.ticket, body.code, device);
  }

  @Post('refresh')
  @HttpCode(HttpStatus.OK)
  @SkipThrottle()
  @ApiOperation({ operationId: 'refreshSession', summary: '换一个新的登录凭证' })
  refresh(@Body() body: RefreshDto): Promise<SessionDto> {
    return this.signIn.again(body.refreshToken);
  }

  @Post('logout')
  @HttpCode(HttpStatus.NO_CONTENT)
  @SkipThrottle()
  @ApiOperation({ operationId: 'signOut', summary: '退出登录' })
  signOut(@Body() body: RefreshDto): Promise<void> {
    return this.sessions.signOut(body.refreshToken);
  }
}

/** 202: the password was right, and something is still to be done. */
function saidBy<T extends SessionDto | SignInStepDto>(reply: FastifyReply, answer: T): T {
  if ('ticket' in answer) reply.status(HttpStatus.ACCEPTED);
  return answer;
}
