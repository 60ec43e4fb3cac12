import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import {
  AddOrganisationDto,
  OrganisationActDto,
  OrganisationDeskDto,
  OrganisationDeskQueryDto,
  OrganisationDetailDto,
  OrganisationPlacesDto,
  RenameOrganisationDto,
  ServeEstatesDto,
} from './dto/organisation-desk.dto.js';
import { OrganisationDeskReader } from './organisation-desk.reader.js';
import { OrganisationDesk } from './organisation-desk.service.js';

/** The organisations of one's own community or subdistrict. Fixed words stand before `:id`. */
@ApiTags('organisations')
@Controller('organisations')
export class OrganisationDeskController {
  constructor(
    private readonly reader: OrganisationDeskReader,
    private readonly desk: OrganisationDesk,
  ) {}

  @Get('desk')
  @Can('organisation.manage')
  @ApiOperation({ operationId: 'listOrganisationsAtDesk', summary: '归我管的单位' })
  list(
    @CurrentActor() actor: SignedInActor,
    @Query() query: OrganisationDeskQueryDto,
  ): Promise<OrganisationDeskDto> {
    return this.reader.list(actor, query);
  }

  @Get('places')
  @Can('organisation.manage')
  @ApiOperation({ operationId: 'listOrganisationPlaces', summary: '可以给哪里添加单位' })
  async places(@CurrentActor() actor: SignedInActor): Promise<OrganisationPlacesDto> {
    return { items: await this.reader.places(actor) };
  }

  @Get(':id')
  @Can('organisation.manage')
  @ApiOperation({ operationId: 'getOrganisation', summary: '一个单位：有哪些人、服务哪些小区' })
  one(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<OrganisationDetailDto> {
    return this.reader.one(actor, id);
  }

  @Post()
  @HttpCode(204)
  @Can('organisation.manage')
  @ApiOperation({ operationId: 'addOrganisation', summary: '添加单位' })
  add(@CurrentActor() actor: SignedInActor, @Body() body: AddOrganisationDto): Promise<void> {
    return this.desk.add(actor, body);
  }

  @Post(':id/rename')
  @HttpCode(204)
  @Can('organisation.manage')
  @ApiOperation({ operationId: 'renameOrganisation', summary: '给单位改名' })
  rename(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: RenameOrganisationDto,
  ): Promise<void> {
    return this.desk.rename(actor, id, body);
  }

  @Post(':id/estates')
  @HttpCode(204)
  @Can('organisation.manage')
  @ApiOperation({ operationId: 'setOrganisationEstates', summary: '选单位服务哪些小区' })
  serve(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ServeEstatesDto,
  ): Promise<void> {
    return this.desk.serve(actor, id, body);
  }

  @Post(':id/dissolve')
  @HttpCode(204)
  @Can('organisation.manage')
  @ApiOperation({ operationId: 'dissolveOrganisation', summary: '解散单位，还有任务或者任命就不行' })
  dissolve(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: OrganisationActDto,
  ): Promise<void> {
    return this.desk.dissolve(actor, id, body);
  }
}
