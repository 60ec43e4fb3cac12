import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can, Public } from '../../platform/auth/can.decorator.js';
import {
  IncidentFeedQueryDto,
  IncidentQueueQueryDto,
  PublicIncidentsQueryDto,
} from './dto/incident-list.dto.js';
import {
  CommunityOverviewDto,
  IncidentCategoriesDto,
  IncidentDetailDto,
  IncidentFeedDto,
  IncidentQueueDto,
  IncidentWorkbenchDto,
} from './dto/incident-view.dto.js';
import { IncidentCategories } from './incident.categories.js';
import { IncidentReader } from './incident.reader.js';

/** Everything that is read about incidents. Fixed words stand before `:id`. */
@ApiTags('incidents')
@Controller()
export class IncidentListsController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly categories: IncidentCategories,
  ) {}

  @Get('incident-categories')
  @Public()
  @ApiOperation({ operationId: 'listIncidentCategories', summary: '可以报哪些类别' })
  async listCategories(): Promise<IncidentCategoriesDto> {
    return { items: await this.categories.offered() };
  }

  @Get('communities/:id/overview')
  @Public()
  @ApiOperation({ operationId: 'getCommunityOverview', summary: '社区今天办得怎么样' })
  overview(@Param('id') id: string): Promise<CommunityOverviewDto> {
    return this.reader.overview(id);
  }

  @Get('incidents/public')
  @Public()
  @ApiOperation({ operationId: 'listPublicIncidents', summary: '社区里大家看得到的事，新的在前' })
  listPublic(
    @CurrentActor() actor: Actor,
    @Query() query: PublicIncidentsQueryDto,
  ): Promise<IncidentFeedDto> {
    return this.reader.publicFeed(actor, query);
  }

  @Get('incidents/mine')
  @Can('incident.report')
  @ApiOperation({ operationId: 'listMyIncidents', summary: '我报过的事，新的在前' })
  listMine(
    @CurrentActor() actor: SignedInActor,
    @Query() query: IncidentFeedQueryDto,
  ): Promise<IncidentFeedDto> {
    return this.reader.mine(actor, query);
  }

  @Get('incidents/workbench')
  @Can('incident.workbench')
  @ApiOperation({ operationId: 'listWorkbench', summary: '工作台：最先到时限的在前' })
  listWorkbench(
    @CurrentActor() actor: SignedInActor,
    @Query() query: IncidentFeedQueryDto,
  ): Promise<IncidentWorkbenchDto> {
    return this.reader.workbench(actor, query);
  }

  @Get('incidents')
  @Can('incident.queue')
  @ApiOperation({ operationId: 'listIncidentQueue', summary: '事件列表，可筛选、翻页' })
  listQueue(
    @CurrentActor() actor: SignedInActor,
    @Query() query: IncidentQueueQueryDto,
  ): Promise<IncidentQueueDto> {
    return this.reader.queue(actor, query);
  }

  @Get('incidents/by-code/:code')
  @Public()
  @ApiOperation({ operationId: 'getIncidentByFollowCode', summary: '凭查询码看请社区代报的事' })
  showByCode(@Param('code') code: string): Promise<IncidentDetailDto> {
    return this.reader.byFollowCode(code);
  }

  @Get('incidents/:id')
  @Public()
  @ApiOperation({ operationId: 'getIncident', summary: '一件事，按看的人能看到的给' })
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<IncidentDetailDto> {
    return this.reader.detail(actor, id);
  }
}
