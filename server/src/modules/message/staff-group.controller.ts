import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { ConfigureStaffGroupDto, StaffGroupDto, StaffGroupTestDto } from './dto/staff-group.dto.js';
import { StaffGroups } from './staff-groups.js';

@ApiTags('staff-group')
@Controller('communities/:id/staff-group')
export class StaffGroupController {
  constructor(private readonly groups: StaffGroups) {}

  @Get()
  @Can('staff_group.configure')
  @ApiOperation({ operationId: 'getStaffGroup', summary: '社区工作群的机器人' })
  read(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<StaffGroupDto> {
    return this.groups.of(actor, id);
  }

  @Put()
  @Can('staff_group.configure')
  @ApiOperation({ operationId: 'configureStaffGroup', summary: '填、换、停用群机器人' })
  configure(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ConfigureStaffGroupDto,
  ): Promise<StaffGroupDto> {
    return this.groups.configure(actor, id, body);
  }

  @Post('test')
  @HttpCode(HttpStatus.OK)
  @Can('staff_group.configure')
  @ApiOperation({ operationId: 'testStaffGroup', summary: '在群里试发一条' })
  test(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<StaffGroupTestDto> {
    return this.groups.test(actor, id);
  }
}
