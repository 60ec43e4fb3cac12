import { Body, Controller, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import {
  AcceptIncidentDto,
  CheckBackIncidentDto,
  ConfirmIncidentDto,
  DispatchIncidentDto,
  DisputeIncidentDto,
  JudgeIncidentDto,
  LocateIncidentDto,
  MergeIncidentDto,
  PlanIncidentDto,
  PublishIncidentDto,
  ReasonedIncidentDto,
  ResolveIncidentDto,
  TranscribeIncidentDto,
} from './dto/incident-action.dto.js';
import { IncidentDetailDto, IncidentForResidentDto } from './dto/incident-view.dto.js';
import { ReportForResidentDto, ReportIncidentDto } from './dto/report-incident.dto.js';
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

  @Post('for-resident')
  @Can('incident.report_for')
  @ApiOperation({ operationId: 'reportIncidentForResident', summary: '代打电话或上门的居民报一件事' })
  @ApiCreatedResponse({ type: IncidentForResidentDto })
  @ApiOkResponse({ type: IncidentForResidentDto, description: '同一件事又发了一次：给回第一次的结果' })
  async reportFor(
    @CurrentActor() actor: SignedInActor,
    @Body() body: ReportForResidentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentForResidentDto> {
    const { created } = await this.incidents.reportFor(actor, body);
    reply.status(created ? HttpStatus.CREATED : HttpStatus.OK);
    return this.reader.forResident(actor, body.id);
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

  @Post(':id/locate')
  @HttpCode(HttpStatus.OK)
  @Can('incident.locate')
  @ApiOperation({ operationId: 'locateIncident', summary: '给只说了大概的事补上地点' })
  async locate(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: LocateIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.locate(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/transcribe')
  @HttpCode(HttpStatus.OK)
  @Can('incident.transcribe')
  @ApiOperation({ operationId: 'transcribeIncident', summary: '写下录音里说的，给听不到录音的人看' })
  async transcribe(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: TranscribeIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.transcribe(actor, id, body);
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

  @Post(':id/plan')
  @HttpCode(HttpStatus.OK)
  @Can('incident.plan')
  @ApiOperation({ operationId: 'planIncident', summary: '难办的事定下方案和日期' })
  async plan(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: PlanIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.plan(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/request-hold')
  @HttpCode(HttpStatus.OK)
  @Can('incident.request_hold')
  @ApiOperation({ operationId: 'requestIncidentHold', summary: '申请挂起' })
  async requestHold(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReasonedIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.requestHold(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/approve-hold')
  @HttpCode(HttpStatus.OK)
  @Can('incident.approve_hold')
  @ApiOperation({ operationId: 'approveIncidentHold', summary: '同意挂起，从申请时起停表' })
  async approveHold(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: AcceptIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.approveHold(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/refuse-hold')
  @HttpCode(HttpStatus.OK)
  @Can('incident.refuse_hold')
  @ApiOperation({ operationId: 'refuseIncidentHold', summary: '不同意挂起' })
  async refuseHold(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReasonedIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.refuseHold(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/resume')
  @HttpCode(HttpStatus.OK)
  @Can('incident.resume')
  @ApiOperation({ operationId: 'resumeIncident', summary: '挂起的事接着办' })
  async resume(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: AcceptIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.resume(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/reject')
  @HttpCode(HttpStatus.OK)
  @Can('incident.reject')
  @ApiOperation({ operationId: 'rejectIncident', summary: '不受理，写明理由给大家看' })
  async reject(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReasonedIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.reject(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/merge')
  @HttpCode(HttpStatus.OK)
  @Can('incident.merge')
  @ApiOperation({ operationId: 'mergeIncident', summary: '并入另一件相同的事' })
  async merge(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MergeIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.merge(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/dispute')
  @HttpCode(HttpStatus.OK)
  @Can('incident.dispute')
  @ApiOperation({ operationId: 'disputeIncident', summary: '报的人说还没好' })
  async dispute(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: DisputeIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.dispute(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/check-back')
  @HttpCode(HttpStatus.OK)
  @Can('incident.check_back')
  @ApiOperation({ operationId: 'checkBackIncident', summary: '别人来回访报的人' })
  async checkBack(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: CheckBackIncidentDto,
  ): Promise<IncidentDetailDto> {
    await this.incidents.checkBack(actor, id, body);
    return this.reader.detail(actor, id);
  }
}
