import { Body, Controller, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import {
  AcceptIncidentDto,
  ConfirmIncidentDto,
  DispatchIncidentDto,
  JudgeIncidentDto,
  PublishIncidentDto,
  ResolveIncidentDto,
} from './dto/incident-action.dto.js';
import { IncidentDetailDto } from './dto/incident-view.dto.js';
import { ReportIncidentDto } from './dto/report-incident.dto.js';
import { IncidentReader } from './incident.reader.js';
import { IncidentService } from './incident.service.js';

/** What people do to incidents: one route per action of the lifecycle. */
@ApiTags('incidents')
@Controller('incidents')
export class IncidentController {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reader: IncidentReader,
  ) {}

  @Post()
  @Can('incident.report')
  @ApiOperation({ operationId: 'reportIncident', summary: '上报一件事' })
  @ApiCreatedResponse({ type: IncidentDetailDto })
  @ApiOkResponse({ type: IncidentDetailDto, description: '同一件事又发了一次：给回第一次的结果' })
  async report(
    @CurrentActor() actor: SignedInActor,
    @Body() body: ReportIncidentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentDetailDto> {
    const { created } = await this.incidents.report(actor, body);
    reply.status(created ? HttpStatus.CREATED : HttpStatus.OK);
    return this.reader.detail(actor, body.id);
  }

  @Post(':id/accept')
  @HttpCode(HttpStatus.OK)
  @Can('incident.accept')
  @ApiOperation({ operationId: 'acceptIncident', summary: '接下这件事' })
  async accept(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: AcceptIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.accept(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/judge')
  @HttpCode(HttpStatus.OK)
  @Can('incident.judge')
  @ApiOperation({ operationId: 'judgeIncident', summary: '判断难易，定下办理时限' })
  async judge(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: JudgeIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.judge(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/dispatch')
  @HttpCode(HttpStatus.OK)
  @Can('incident.dispatch')
  @ApiOperation({ operationId: 'dispatchIncident', summary: '定下由谁办，开始办理' })
  async dispatch(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: DispatchIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.dispatch(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/publish')
  @HttpCode(HttpStatus.OK)
  @Can('incident.publish')
  @ApiOperation({ operationId: 'publishIncident', summary: '让邻居看到文字和照片' })
  async publish(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: PublishIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.publish(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/resolve')
  @HttpCode(HttpStatus.OK)
  @Can('incident.resolve')
  @ApiOperation({ operationId: 'resolveIncident', summary: '说办好了，附上照片或说明' })
  async resolve(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ResolveIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.resolve(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/confirm')
  @HttpCode(HttpStatus.OK)
  @Can('incident.confirm')
  @ApiOperation({ operationId: 'confirmIncident', summary: '报的人确认办好了，并打分' })
  async confirm(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ConfirmIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.confirm(actor, id, body);
    return this.reader.detail(actor, id);
  }
}
