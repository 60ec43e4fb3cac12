import { Body, Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { ClockVersions } from './clock-versions.js';
import { AddWorkCalendarDto, WorkCalendarDto, WorkCalendarsDto } from './dto/work-calendar.dto.js';
import type { WorkCalendar } from './work-calendar.entity.js';

@ApiTags('clocks')
@Controller('work-calendars')
export class WorkCalendarsController {
  constructor(private readonly versions: ClockVersions) {}

  @Get()
  @Can('clock.configure')
  @ApiOperation({ operationId: 'listWorkCalendars', summary: '节假日和调休，各版本' })
  async list(): Promise<WorkCalendarsDto> {
    return { items: (await this.versions.calendars()).map(shown) };
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  @Can('clock.configure')
  @ApiOperation({ operationId: 'addWorkCalendar', summary: '加一版工作日历，马上生效' })
  async add(
    @CurrentActor() actor: SignedInActor,
    @Body() body: AddWorkCalendarDto,
  ): Promise<WorkCalendarDto> {
    return shown(await this.versions.addCalendar(actor, body));
  }
}

function shown({ addedById: _, inForceFrom, ...calendar }: WorkCalendar): WorkCalendarDto {
  return { ...calendar, inForceFrom: inForceFrom.toISOString() };
}
