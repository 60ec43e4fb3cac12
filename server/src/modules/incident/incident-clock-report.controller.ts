import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { ClockReportDto } from './dto/clock-report.dto.js';
import { IncidentClockReport } from './incident.clock-report.js';

@ApiTags('incidents')
@Controller('incidents')
export class IncidentClockReportController {
  constructor(private readonly reports: IncidentClockReport) {}

  @Get(':id/clock-report')
  @Can('incident.queue')
  @ApiOperation({ operationId: 'readClockReport', summary: '每个时限由什么开始、停表和结束' })
  report(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<ClockReportDto> {
    return this.reports.of(actor, id);
  }
}
