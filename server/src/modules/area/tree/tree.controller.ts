import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import { AddCommunityDto, AddSubdistrictDto, DescribeAreaDto } from '../dto/tree-change.dto.js';
import { TreeKeeper } from './tree.keeper.js';

/** Subdistricts and communities coming, changing and going. */
@ApiTags('area')
@Controller()
export class TreeController {
  constructor(private readonly tree: TreeKeeper) {}

  @Post('subdistricts')
  @HttpCode(204)
  @Can('subdistrict.manage')
  @ApiOperation({ operationId: 'addSubdistrict', summary: '添加街道' })
  addSubdistrict(@CurrentActor() actor: SignedInActor, @Body() body: AddSubdistrictDto): Promise<void> {
    return this.tree.addSubdistrict(actor, body);
  }

  @Post('communities')
  @HttpCode(204)
  @Can('area.configure')
  @ApiOperation({ operationId: 'addCommunity', summary: '给街道添加社区，边界以后再画' })
  addCommunity(@CurrentActor() actor: SignedInActor, @Body() body: AddCommunityDto): Promise<void> {
    return this.tree.addCommunity(actor, body);
  }

  @Post('areas/:id/describe')
  @HttpCode(204)
  @Can('area.configure')
  @ApiOperation({ operationId: 'describeArea', summary: '改街道或者社区的名字和编码' })
  describe(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: DescribeAreaDto,
  ): Promise<void> {
    return this.tree.describe(actor, id, body);
  }

  @Post('areas/:id/close')
  @HttpCode(204)
  @Can('area.configure')
  @ApiOperation({ operationId: 'closeArea', summary: '关掉街道或者社区，里面还有东西就不行' })
  close(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<void> {
    return this.tree.close(actor, id);
  }
}
