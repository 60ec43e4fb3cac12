import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/can.decorator.js';
import { AreaQueries } from './area.queries.js';
import { CommunityListDto, CommunityMapDto } from './dto/community.dto.js';

@ApiTags('area')
@Controller('communities')
export class CommunitiesController {
  constructor(private readonly areas: AreaQueries) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listCommunities', summary: '已开通的社区' })
  async list(): Promise<CommunityListDto> {
    return { items: await this.areas.communities() };
  }

  @Get(':id/map')
  @Public()
  @ApiOperation({ operationId: 'getCommunityMap', summary: '社区的边界、网格和楼栋' })
  async map(@Param('id') id: string): Promise<CommunityMapDto> {
    return this.areas.communityMap(id);
  }
}
