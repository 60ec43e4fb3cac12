import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import {
  MakePlaceDto,
  MakePlacesDto,
  PlaceSheetDto,
  PlaceSheetsDto,
  PlaceSheetsQueryDto,
  ReissuePlaceDto,
  RevokePlaceDto,
} from './dto/place-sheets.dto.js';
import { PlaceSheets } from './place-sheets.js';
import { PlaceSheetsReader } from './place-sheets.reader.js';

/** The printed codes of a community. */
@ApiTags('area')
@Controller()
export class PlaceSheetsController {
  constructor(
    private readonly sheets: PlaceSheets,
    private readonly reader: PlaceSheetsReader,
  ) {}

  @Get('communities/:id/places')
  @Can('place.manage')
  @ApiOperation({ operationId: 'listPlaceSheets', summary: '社区的二维码：在用的、停用的，还有没有码的楼' })
  list(
    @CurrentActor() actor: SignedInActor,
    @Param('id') communityId: string,
    @Query() query: PlaceSheetsQueryDto,
  ): Promise<PlaceSheetsDto> {
    return this.reader.list(actor, communityId, query);
  }

  @Post('communities/:id/places')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Can('place.manage')
  @ApiOperation({ operationId: 'makePlacesForBuildings', summary: '给还没有码的楼各做一个' })
  makeForBuildings(
    @CurrentActor() actor: SignedInActor,
    @Param('id') communityId: string,
    @Body() body: MakePlacesDto,
  ): Promise<void> {
    return this.sheets.makeForBuildings(actor, communityId, body);
  }

  @Post('places')
  @Can('place.manage')
  @ApiOperation({ operationId: 'makePlace', summary: '给一个地方做二维码' })
  async make(@CurrentActor() actor: SignedInActor, @Body() body: MakePlaceDto): Promise<PlaceSheetDto> {
    await this.sheets.make(actor, body);
    return this.reader.one(actor, body.id);
  }

  @Post('places/:id/revoke')
  @HttpCode(HttpStatus.OK)
  @Can('place.manage')
  @ApiOperation({ operationId: 'revokePlace', summary: '停用一个码，写明原因' })
  async revoke(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: RevokePlaceDto,
  ): Promise<PlaceSheetDto> {
    await this.sheets.revoke(actor, id, body);
    return this.reader.one(actor, id);
  }

  @Post('places/:id/reissue')
  @Can('place.manage')
  @ApiOperation({ operationId: 'reissuePlace', summary: '停用旧码，同一个地方换一个新码' })
  async reissue(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReissuePlaceDto,
  ): Promise<PlaceSheetDto> {
    await this.sheets.reissue(actor, id, body);
    return this.reader.one(actor, body.id);
  }
}
