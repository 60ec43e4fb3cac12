import { Body, Controller, Get, HttpCode, HttpStatus, Post, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle, Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Public } from '../../platform/auth/can.decorator.js';
import { TokenIgnored } from '../../platform/auth/token-ignored.decorator.js';
import { PlaceService } from '../area/index.js';
import { DemoPeopleService } from './demo-people.service.js';
import { DemoLoginDto, DemoPeopleDto } from './dto/demo.dto.js';
import {
  PasswordLoginDto,
  PhoneCodeSentDto,
  PhoneLoginDto,
  RefreshDto,
  SendPhoneCodeDto,
  WechatLoginDto,
} from './dto/login.dto.js';
import { SessionDto } from './dto/session.dto.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { SessionsService } from './sessions.service.js';
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
  asDemoPerson(@Body() body: DemoLoginDto): Promise<SessionDto> {
    return this.signIn.asDemoPerson(body.key);
  }

  @Post('wechat')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'signInByWechat', summary: '微信登录' })
  byWechat(@Body() body: WechatLoginDto): Promise<SessionDto> {
    return this.signIn.byWechat(body.code);
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
  byPhone(@Body() body: PhoneLoginDto): Promise<SessionDto> {
    return this.signIn.byPhone(body.phone, body.code);
  }

  @Post('password')
  @HttpCode(HttpStatus.OK)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'signInByPassword', summary: '账号和密码登录' })
  byPassword(@Body() body: PasswordLoginDto): Promise<SessionDto> {
    return this.signIn.byPassword(body.account, body.password);
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
