import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import { AccountQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import {
  AccountDetailDto,
  AccountListQueryDto,
  AccountsDto,
  CreateAccountDto,
  GivenPasswordDto,
  GivePasswordDto,
} from './dto/accounts.dto.js';

/** Accounts of the console, for who looks after people. */
@ApiTags('account')
@Controller('accounts')
@Can('account.manage')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly queries: AccountQueries,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAccounts', summary: '工作台的账号' })
  list(@CurrentActor() actor: SignedInActor, @Query() query: AccountListQueryDto): Promise<AccountsDto> {
    return this.queries.page(actor.personId, query);
  }

  @Get(':personId')
  @ApiOperation({ operationId: 'getAccount', summary: '一位同事的账号和登录着的设备' })
  read(@CurrentActor() actor: SignedInActor, @Param('personId') personId: string): Promise<AccountDetailDto> {
    return this.queries.detail(actor.personId, personId);
  }

  @Post()
  @ApiOperation({ operationId: 'createAccount', summary: '给一位同事开账号' })
  create(@CurrentActor() actor: SignedInActor, @Body() body: CreateAccountDto): Promise<GivenPasswordDto> {
    return this.accounts.create(actor, body);
  }

  @Post(':personId/reset-password')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'resetAccountPassword', summary: '给一个新的一次性密码，并退出所有登录' })
  resetPassword(
    @CurrentActor() actor: SignedInActor,
    @Param('personId') personId: string,
    @Body() body: GivePasswordDto,
  ): Promise<GivenPasswordDto> {
    return this.accounts.resetPassword(actor, personId, body.actionId);
  }

  @Post(':personId/reset-second-step')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'resetAccountSecondStep', summary: '去掉丢了的验证器，并退出所有登录' })
  resetSecondStep(@CurrentActor() actor: SignedInActor, @Param('personId') personId: string): Promise<void> {
    return this.accounts.resetSecondStep(actor, personId);
  }

  @Post(':personId/unlock')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'unlockAccount', summary: '解开输错密码的锁' })
  unlock(@CurrentActor() actor: SignedInActor, @Param('personId') personId: string): Promise<void> {
    return this.accounts.unlock(actor, personId);
  }

  @Post(':personId/end-sessions')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'endAccountSessions', summary: '让一位同事退出所有登录' })
  endSessions(@CurrentActor() actor: SignedInActor, @Param('personId') personId: string): Promise<void> {
    return this.accounts.endSessions(actor, personId);
  }
}
