import { roleMay } from '@linli/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { OrganisationsDto, OrganisationsQueryDto } from './dto/organisation.dto.js';
import { servedNowhere } from './organisation.errors.js';
import { OrganisationQueries } from './organisation.queries.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationQueries) {}

  @Get()
  @Can('incident.dispatch')
  @ApiOperation({ operationId: 'listOrganisations', summary: '这个社区的事可以派给谁' })
  async list(
    @CurrentActor() actor: SignedInActor,
    @Query() { communityId }: OrganisationsQueryDto,
  ): Promise<OrganisationsDto> {
    // A grid worker has the community's organisations too: what they dispatch lies in it.
    const dispatchesHere = actor.appointments.some(
      (appointment) =>
        appointment.communityId === communityId && roleMay(appointment.role, 'incident.dispatch'),
    );
    if (!dispatchesHere) throw servedNowhere();
    return { items: await this.organisations.serving(communityId) };
  }
}
