import { CONSENT_KINDS, type ConsentKind } from '@linli/shared';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseEnumPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { AgreeDto, ChangeConsentDto } from './dto/agree.dto.js';
import { HoldingsDto, MyPrivacyDto } from './dto/my-privacy.dto.js';
import { PrivacyConsents } from './privacy.consents.js';
import { noSuchConsent } from './privacy.errors.js';
import { PrivacyReader } from './privacy.reader.js';

const KINDS = Object.fromEntries(CONSENT_KINDS.map((kind) => [kind, kind]));

/** One's own privacy: what one agreed to, what is kept. Nobody else's can be reached from here. */
@ApiTags('privacy')
@Controller('me/privacy')
export class MyPrivacyController {
  constructor(
    private readonly consents: PrivacyConsents,
    private readonly reader: PrivacyReader,
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
    return this.reader.mine(actor);
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
}
