import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import { AsOfQueryDto, MapChangesDto, SaveMapDto } from '../dto/map-edit.dto.js';
import { AreaTreeDto, MapEditsDto, MapFaultDto, MapPlanDto, MapPreviewDto } from '../dto/map-plan.dto.js';
import { MapDesk } from './map.desk.js';
import { MapEditor } from './map.editor.js';

@ApiTags('area')
@ApiExtraModels(MapFaultDto)
@Controller()
export class MapController {
  constructor(
    private readonly desk: MapDesk,
    private readonly editor: MapEditor,
  ) {}

  @Get('area-tree')
  @Can('area.desk')
  @ApiOperation({ operationId: 'getAreaTree', summary: '自己管的街道和社区' })
  tree(@CurrentActor() actor: SignedInActor): Promise<AreaTreeDto> {
    return this.desk.tree(actor);
  }

  @Get('communities/:id/plan')
  @Can('area.desk')
  @ApiOperation({ operationId: 'getMapPlan', summary: '一个社区的整张地图，现在的或者某一天的' })
  plan(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Query() { asOf }: AsOfQueryDto,
  ): Promise<MapPlanDto> {
    return this.desk.plan(actor, id, asOf);
  }

  @Get('communities/:id/map-edits')
  @Can('area.desk')
  @ApiOperation({ operationId: 'listMapEdits', summary: '这张地图谁在什么时候改过' })
  edits(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<MapEditsDto> {
    return this.desk.edits(actor, id);
  }

  @Post('communities/:id/map-edits/preview')
  @HttpCode(HttpStatus.OK)
  @Can('area.configure')
  @ApiOperation({ operationId: 'previewMapEdit', summary: '这样改地图行不行，会动到什么' })
  preview(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MapChangesDto,
  ): Promise<MapPreviewDto> {
    return this.editor.preview(actor, id, body);
  }

  @Post('communities/:id/map-edits')
  @HttpCode(HttpStatus.OK)
  @Can('area.configure')
  @ApiOperation({ operationId: 'saveMapEdit', summary: '保存一次对地图的修改，要么全改，要么不改' })
  async save(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: SaveMapDto,
  ): Promise<MapPlanDto> {
    await this.editor.save(actor, id, body);
    return this.desk.plan(actor, id);
  }
}
