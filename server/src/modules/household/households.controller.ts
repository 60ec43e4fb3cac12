import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { DoorsDto } from './dto/doors.dto.js';
import { MemberDeskQueryDto, WaitingClaimsQueryDto } from './dto/household-list.dto.js';
import {
  ClaimantPhoneDto,
  MemberDeskDto,
  MemberDto,
  MemberStateDto,
  MyHomesDto,
  WaitingClaimsDto,
} from './dto/household-view.dto.js';
import {
  ChangeLivingDto,
  ClaimHomeDto,
  MemberActionDto,
  MemberReasonDto,
} from './dto/household-write.dto.js';
import { HouseholdActs } from './household.acts.js';
import { HouseholdClaims } from './household.claims.js';
import { HouseholdReader } from './household.reader.js';
import { stateOf } from './household.view.js';

/** Who lives where: said by people, confirmed by their captain or staff. Fixed words stand before `:id`. */
@ApiTags('households')
@Controller()
export class HouseholdsController {
  constructor(
    private readonly reader: HouseholdReader,
    private readonly claims: HouseholdClaims,
    private readonly acts: HouseholdActs,
  ) {}

  @Get('buildings/:id/doors')
  @Can('household.claim')
  @ApiOperation({ operationId: 'listDoors', summary: '一栋楼的单元和房号，用来选自己家' })
  doors(@Param('id') id: string): Promise<DoorsDto> {
    return this.reader.doors(id);
  }

  @Get('me/homes')
  @Can('household.claim')
  @ApiOperation({
    operationId: 'listMyHomes',
    summary: '我家：确认的、等确认的、以前的；业主还看得到自己房子里的租户和家人',
  })
  mine(@CurrentActor() actor: SignedInActor): Promise<MyHomesDto> {
    return this.reader.mine(actor);
  }

  @Post('households/claims')
  @Can('household.claim')
  @ApiOperation({
    operationId: 'claimHome',
    summary: '认领一户；业主的手机号和登记一致就直接确认，不然等楼长或社区确认',
  })
  async claim(@CurrentActor() actor: SignedInActor, @Body() body: ClaimHomeDto): Promise<MemberStateDto> {
    return stateOf(await this.claims.claim(actor, body));
  }

  @Post('households/entries')
  @Can('household.enter')
  @ApiOperation({ operationId: 'enterMember', summary: '替没有手机的人登记住户' })
  async enter(@CurrentActor() actor: SignedInActor, @Body() body: ClaimHomeDto): Promise<MemberStateDto> {
    return stateOf(await this.claims.enter(actor, body));
  }

  @Get('households/waiting')
  @Can('household.confirm')
  @ApiOperation({ operationId: 'listWaitingClaims', summary: '等我确认的认领，等得最久的在前' })
  waiting(
    @CurrentActor() actor: SignedInActor,
    @Query() query: WaitingClaimsQueryDto,
  ): Promise<WaitingClaimsDto> {
    return this.reader.waiting(actor, query);
  }

  @Get('households/desk')
  @Can('household.desk')
  @ApiOperation({ operationId: 'listMembers', summary: '社区的住户名单' })
  desk(@CurrentActor() actor: SignedInActor, @Query() query: MemberDeskQueryDto): Promise<MemberDeskDto> {
    return this.reader.desk(actor, query);
  }

  @Get('households/:id')
  @Can('household.confirm')
  @ApiOperation({ operationId: 'getMember', summary: '一条住户登记：依据、经过、同住的人' })
  show(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<MemberDto> {
    return this.reader.show(actor, id);
  }

  @Get('households/:id/phone')
  @Can('household.confirm')
  @ApiOperation({
    operationId: 'readClaimantPhone',
    summary: '认领人完整的手机号，等我确认时才有；看过会记下来',
  })
  async phone(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<ClaimantPhoneDto> {
    return { phone: await this.reader.phone(actor, id) };
  }

  @Post('households/:id/confirm')
  @HttpCode(HttpStatus.OK)
  @Can('household.confirm')
  @ApiOperation({ operationId: 'confirmMember', summary: '确认住在这里' })
  async confirm(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MemberActionDto,
  ): Promise<MemberStateDto> {
    return stateOf(await this.acts.confirm(actor, id, body));
  }

  @Post('households/:id/refuse')
  @HttpCode(HttpStatus.OK)
  @Can('household.confirm')
  @ApiOperation({ operationId: 'refuseMember', summary: '不通过，写明原因' })
  async refuse(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MemberReasonDto,
  ): Promise<MemberStateDto> {
    return stateOf(await this.acts.refuse(actor, id, body));
  }

  @Post('households/:id/withdraw')
  @HttpCode(HttpStatus.OK)
  @Can('household.claim')
  @ApiOperation({ operationId: 'withdrawMember', summary: '撤回自己的认领' })
  async withdraw(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MemberActionDto,
  ): Promise<MemberStateDto> {
    return stateOf(await this.acts.withdraw(actor, id, body));
  }

  @Post('households/:id/change-living')
  @HttpCode(HttpStatus.OK)
  @Can('household.claim')
  @ApiOperation({ operationId: 'changeMemberLiving', summary: '改住不住这里' })
  async changeLiving(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ChangeLivingDto,
  ): Promise<MemberStateDto> {
    return stateOf(await this.acts.changeLiving(actor, id, body));
  }

  @Post('households/:id/move-out')
  @HttpCode(HttpStatus.OK)
  @Can('household.claim')
  @ApiOperation({ operationId: 'moveMemberOut', summary: '自己搬走了，或房子不是自己的了' })
  async moveOut(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MemberActionDto,
  ): Promise<MemberStateDto> {
    return stateOf(await this.acts.moveOut(actor, id, body));
  }

  @Post('households/:id/end')
  @HttpCode(HttpStatus.OK)
  @Can('household.claim')
  @ApiOperation({
    operationId: 'endMember',
    summary: '业主请租户、家人出名单，或社区结束一条登记；写明原因，本人会收到',
  })
  async end(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MemberReasonDto,
  ): Promise<MemberStateDto> {
    return stateOf(await this.acts.letGo(actor, id, body));
  }
}
