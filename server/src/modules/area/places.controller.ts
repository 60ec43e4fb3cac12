import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/can.decorator.js';
import { LocateDto, LocateQueryDto } from './dto/locate.dto.js';
import { PlaceDto } from './dto/place.dto.js';
import { PlaceService } from './place.service.js';
import { PlaceResolver } from './place-resolver.js';

@ApiTags('area')
@Controller()
export class PlacesController {
  constructor(
    private readonly places: PlaceService,
    private readonly resolver: PlaceResolver,
  ) {}

  @Get('places/:code')
  @Public()
  @ApiOperation({ operationId: 'getPlace', summary: '二维码所在的地方' })
  async byCode(@Param('code') code: string): Promise<PlaceDto> {
    return this.places.describe(code);
  }

  @Get('locate')
  @Public()
  @ApiOperation({ operationId: 'locate', summary: '一个点属于哪个社区、哪个网格' })
  async locate(@Query() point: LocateQueryDto): Promise<LocateDto> {
    return this.resolver.locate(point);
  }
}
