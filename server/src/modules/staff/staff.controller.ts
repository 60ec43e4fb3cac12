import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { AppointDto, EndAppointmentDto, FindPersonDto, LeaveDto, StaffActDto } from './dto/appoint.dto.js';
import {
  FoundPersonDto,
  HeldCasesDto,
  StaffListDto,
  StaffPersonDetailDto,
  StaffPlacesDto,
  StaffPlacesQueryDto,
  StaffQueryDto,
} from './dto/staff.dto.js';
import { StaffChoices } from './staff.choices.js';
import { StaffLeaves } from './staff.leaves.js';
import { StaffPeople } from './staff.people.js';
import { StaffReader } from './staff.reader.js';
import { StaffService } from './staff.service.js';

@ApiTags('staff')
@Controller()
export class StaffController {
  constructor(
    private readonly reader: StaffReader,
    private readonly choices: StaffChoices,
    private readonly staff: StaffService,
    private readonly leaves: StaffLeaves,
    private readonly people: StaffPeople,
  ) {}

  @Get('staff')
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'listStaff', summary: '人员和他们的任命' })
  list(@CurrentActor() actor: SignedInActor, @Query() query: StaffQueryDto): Promise<StaffListDto> {
    return this.reader.list(actor, query);
  }

  @Get('staff/places')
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'listStaffPlaces', summary: '一个身份可以任命到哪里' })
  async places(
    @CurrentActor() actor: SignedInActor,
    @Query() { role }: StaffPlacesQueryDto,
  ): Promise<StaffPlacesDto> {
    return { items: await this.choices.places(actor, role) };
  }

  @Post('staff/find')
  @HttpCode(200)
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'findStaffPerson', summary: '按手机号找人，没有就登记' })
  find(@CurrentActor() actor: SignedInActor, @Body() body: FindPersonDto): Promise<FoundPersonDto> {
    return this.people.find(actor, body);
  }

  @Get('staff/:id')
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'getStaffPerson', summary: '一个人的任命' })
  person(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<StaffPersonDetailDto> {
    return this.reader.person(actor, id);
  }

  @Post('staff/:id/suspend')
  @HttpCode(204)
  @Can('person.suspend')
  @ApiOperation({ operationId: 'suspendPerson', summary: '停用一个人' })
  suspend(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: StaffActDto,
  ): Promise<void> {
    return this.people.suspend(actor, id, body);
  }

  @Post('staff/:id/restore')
  @HttpCode(204)
  @Can('person.suspend')
  @ApiOperation({ operationId: 'restorePerson', summary: '恢复一个人' })
  restore(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: StaffActDto,
  ): Promise<void> {
    return this.people.restore(actor, id, body);
  }

  @Post('appointments')
  @HttpCode(204)
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'appoint', summary: '任命' })
  appoint(@CurrentActor() actor: SignedInActor, @Body() body: AppointDto): Promise<void> {
    return this.staff.appoint(actor, body);
  }

  @Get('appointments/:id/held-cases')
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'getHeldCases', summary: '任命结束会留下哪些在办的事，谁能接' })
  heldCases(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<HeldCasesDto> {
    return this.choices.heldCases(actor, id);
  }

  @Post('appointments/:id/end')
  @HttpCode(204)
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'endAppointment', summary: '结束任命，或者改结束的时间' })
  end(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: EndAppointmentDto,
  ): Promise<void> {
    return this.staff.end(actor, id, body);
  }

  @Post('appointments/:id/leaves')
  @HttpCode(204)
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'takeLeave', summary: '登记请假和代班' })
  leave(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: LeaveDto,
  ): Promise<void> {
    return this.leaves.take(actor, id, body);
  }

  @Post('leaves/:id/end')
  @HttpCode(204)
  @Can('appointment.manage')
  @ApiOperation({ operationId: 'endLeave', summary: '提前结束请假' })
  endLeave(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: StaffActDto,
  ): Promise<void> {
    return this.leaves.end(actor, id, body);
  }
}
