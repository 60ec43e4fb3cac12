import { Body, Controller, HttpCode, HttpStatus, Post, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Public } from '../../platform/auth/can.decorator.js';
import { TokenIgnored } from '../../platform/auth/token-ignored.decorator.js';
import { codeSent } from './code-sent.js';
import { CodeSentDto } from './dto/code-sent.dto.js';
import {
  GuardedChildrenDto,
  GuardianCodeDto,
  GuardianEntersDto,
  GuardianWithdrawsDto,
} from './dto/guardian.dto.js';
import { PrivacyGuardians } from './privacy.guardians.js';

/** For guardians, who have no account: the proof is a code sent to the number they agreed with. */
@ApiTags('privacy')
@Controller('privacy/guardian')
@UseGuards(ThrottlerGuard)
@Throttle({ default: { limit: 30, ttl: 60_000 } })
export class GuardiansController {
  constructor(private readonly guardians: PrivacyGuardians) {}

  @Post('codes')
  @Public()
  @TokenIgnored()
  @ApiOperation({ operationId: 'sendGuardianCode', summary: '给监护人的手机发验证码' })
  async sendCode(@Body() { phone }: GuardianCodeDto): Promise<CodeSentDto> {
    return codeSent(await this.guardians.sendCodeToGuardian(phone));
  }

  @Post('children')
  @HttpCode(HttpStatus.OK)
  @Public()
  @TokenIgnored()
  @ApiOperation({ operationId: 'listGuardedChildren', summary: '这个手机号为谁同意过' })
  children(@Body() { phone, code }: GuardianEntersDto): Promise<GuardedChildrenDto> {
    return this.guardians.childrenOf(phone, code);
  }

  @Post('withdraw')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Public()
  @TokenIgnored()
  @ApiOperation({ operationId: 'withdrawGuardianConsent', summary: '监护人收回同意，孩子的账号马上注销' })
  withdraw(@Body() { ticket, id }: GuardianWithdrawsDto): Promise<void> {
    return this.guardians.withdraw(ticket, id);
  }
}
