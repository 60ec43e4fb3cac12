import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can, Public } from '../../platform/auth/can.decorator.js';
import { IncidentFeedQueryDto } from './dto/incident-list.dto.js';
import { IncidentFollowingDto, IncidentsNearQueryDto, NearIncidentsDto } from './dto/incident-near.dto.js';
import { IncidentFeedDto } from './dto/incident-view.dto.js';
import { IncidentFollowers } from './incident.followers.js';
import { IncidentNear } from './incident.near.js';
import { IncidentReader } from './incident.reader.js';

/** "Is it this one?" before a report is sent, and following instead of reporting again. */
@ApiTags('incidents')
@Controller('incidents')
export class IncidentFollowController {
  constructor(
    private readonly near: IncidentNear,
    private readonly followers: IncidentFollowers,
    private readonly reader: IncidentReader,
  ) {}

  @Get('near')
  @Public()
  @ApiOperation({ operationId: 'listNearIncidents', summary: '附近还没办完的同类的事，提交前看一眼' })
  listNear(@CurrentActor() actor: Actor, @Query() query: IncidentsNearQueryDto): Promise<NearIncidentsDto> {
    return this.near.find(actor, query);
  }

  @Get('followed')
  @Can('incident.follow')
  @ApiOperation({ operationId: 'listFollowedIncidents', summary: '我关注的事，最近关注的在前' })
  listFollowed(
    @CurrentActor() actor: SignedInActor,
    @Query() query: IncidentFeedQueryDto,
  ): Promise<IncidentFeedDto> {
    return this.reader.followed(actor, query);
  }

  @Put(':id/follow')
  @Can('incident.follow')
  @ApiOperation({ operationId: 'followIncident', summary: '关注这件事' })
  follow(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<IncidentFollowingDto> {
    return this.followers.follow(actor, id);
  }

  @Delete(':id/follow')
  @Can('incident.follow')
  @ApiOperation({ operationId: 'unfollowIncident', summary: '不再关注这件事' })
  unfollow(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<IncidentFollowingDto> {
    return this.followers.unfollow(actor, id);
  }
}
