import { CONSENT_KINDS, type ConsentKind } from '@linli/shared';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  ParseEnumPipe,
  Post,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { CurrentActor, CurrentSession, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { GUESSABLE } from '../identity/index.js';
import { codeSent } from './code-sent.js';
import { AgreeDto, ChangeConsentDto } from './dto/agree.dto.js';
import { CodeSentDto } from './dto/code-sent.dto.js';
import { ChangeNameDto, ChangePhoneDto, NewPhoneDto } from './dto/corrections.dto.js';
import { AskErasureDto, CancelErasureDto } from './dto/erasure.dto.js';
import { AskExportDto, ExportLinksDto } from './dto/export.dto.js';
import { GuardianAgreesDto, GuardianCodeDto } from './dto/guardian.dto.js';
import { HoldingsDto, MyPrivacyDto } from './dto/my-privacy.dto.js';
import { PrivacyConsents } from './privacy.consents.js';
import { PrivacyCorrections } from './privacy.corrections.js';
import { PrivacyErasures } from './privacy.erasures.js';
import { noSuchConsent } from './privacy.errors.js';
import { PrivacyExports } from './privacy.exports.js';
import { PrivacyGuardians } from './privacy.guardians.js';
import { PrivacyReader } from './privacy.reader.js';

const KINDS = Object.fromEntries(CONSENT_KINDS.map((kind) => [kind, kind]));

/** One's own privacy: what one agreed to, what is kept. Nobody else's can be reached from here. */
@ApiTags('privacy')
@Controller('me/privacy')
export class MyPrivacyController {
  constructor(
    private readonly consents: PrivacyConsents,
    private readonly reader: PrivacyReader,
    private readonly corrections: PrivacyCorrections,
    private readonly exports: PrivacyExports,
    private readonly erasures: PrivacyErasures,
    private readonly guardians: PrivacyGuardians,
  ) {}

  @Get()
  @Can('session.self')
  @ApiOperation({ operationId: 'getMyPrivacy', summary: '我同意过什么' })
  mine(@CurrentActor() actor: SignedInActor): Promise<MyPrivacyDto> {
    return this.reader.mine(actor);
  }

  @Get('holdings')
  @Can('session.self')
  @ApiOperation({ operationId: 'listMyHoldings', summary: '存了我的哪些信息，各有几条，为什么，放多久' })
  holdings(@CurrentActor() actor: SignedInActor): Promise<HoldingsDto> {
    return this.reader.holdings(actor);
  }

  @Post('agreement')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiOperation({ operationId: 'agreeToPrivacyNotice', summary: '同意隐私说明，并说明是否满 14 周岁' })
  async agree(@CurrentActor() actor: SignedInActor, @Body() body: AgreeDto): Promise<MyPrivacyDto> {
    await this.consents.agree(actor, body);
    return this.reader.mine({ ...actor, awaitsGuardian: await this.consents.awaitsGuardian(actor.personId) });
  }

  @Post('consents/:kind')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiParam({ name: 'kind', enum: CONSENT_KINDS, enumName: 'ConsentKind' })
  @ApiOperation({ operationId: 'changeConsent', summary: '给出或收回一项同意；收回隐私说明会退出登录' })
  async change(
    @CurrentActor() actor: SignedInActor,
    @Param('kind', new ParseEnumPipe(KINDS, { exceptionFactory: () => noSuchConsent() })) kind: ConsentKind,
    @Body() body: ChangeConsentDto,
  ): Promise<MyPrivacyDto> {
    await this.consents.change(actor, { ...body, kind });
    return this.reader.mine(actor);
  }

  @Post('name')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiOperation({ operationId: 'changeMyName', summary: '改自己的姓名；有任命的人请人事管理员改' })
  async changeName(
    @CurrentActor() actor: SignedInActor,
    @Body() { name }: ChangeNameDto,
  ): Promise<MyPrivacyDto> {
    return this.reader.mine(await this.corrections.changeName(actor, name));
  }

  @Post('phone/codes')
  @Can('session.self')
  @UseGuards(ThrottlerGuard)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'sendNewPhoneCode', summary: '给新手机号发验证码' })
  async sendNewPhoneCode(
    @CurrentActor() actor: SignedInActor,
    @Body() { phone }: NewPhoneDto,
  ): Promise<CodeSentDto> {
    return codeSent(await this.corrections.sendCode(actor, phone));
  }

  @Post('phone')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @UseGuards(ThrottlerGuard)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'changeMyPhone', summary: '换手机号，用发到新号的验证码' })
  async changePhone(
    @CurrentActor() actor: SignedInActor,
    @CurrentSession() sessionId: string,
    @Body() { phone, code }: ChangePhoneDto,
  ): Promise<MyPrivacyDto> {
    await this.corrections.changePhone(actor, sessionId, phone, code);
    return this.reader.mine(actor);
  }

  @Post('exports')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiOperation({ operationId: 'askForExport', summary: '要一份自己的全部信息；链接一天内有效' })
  askExport(
    @CurrentActor() actor: SignedInActor,
    @CurrentSession() sessionId: string,
    @Body() { id }: AskExportDto,
  ): Promise<ExportLinksDto> {
    return this.exports.ask(actor, sessionId, id);
  }

  @Post('erasure')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiOperation({ operationId: 'askForErasure', summary: '申请注销；冷静期过后才注销' })
  async askErasure(
    @CurrentActor() actor: SignedInActor,
    @Body() { id }: AskErasureDto,
  ): Promise<MyPrivacyDto> {
    await this.erasures.ask(actor, id);
    return this.reader.mine(actor);
  }

  @Post('erasure/cancel')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiOperation({ operationId: 'cancelErasure', summary: '不注销了' })
  async cancelErasure(
    @CurrentActor() actor: SignedInActor,
    @Body() { id }: CancelErasureDto,
  ): Promise<MyPrivacyDto> {
    await this.erasures.cancel(actor, id);
    return this.reader.mine(actor);
  }

  @Post('guardian/codes')
  @Can('session.self')
  @UseGuards(ThrottlerGuard)
  @Throttle(GUESSABLE)
  @ApiOperation({ operationId: 'askGuardianForCode', summary: '给监护人的手机发验证码，不能是孩子自己的号' })
  async sendGuardianCode(
    @CurrentActor() actor: SignedInActor,
    @Body() { phone }: GuardianCodeDto,
  ): Promise<CodeSentDto> {
    return codeSent(await this.guardians.sendCode(actor, phone));
  }

  @Post('guardian')
  @HttpCode(HttpStatus.OK)
  @Can('session.self')
  @ApiOperation({ operationId: 'guardianAgrees', summary: '监护人用自己手机上的验证码同意' })
  async guardianAgrees(
    @CurrentActor() actor: SignedInActor,
    @Body() body: GuardianAgreesDto,
  ): Promise<MyPrivacyDto> {
    return this.reader.mine(await this.guardians.agree(actor, body));
  }
}
