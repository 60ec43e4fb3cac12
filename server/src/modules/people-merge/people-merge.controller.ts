import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import {
  DuplicatesDto,
  FindDuplicateDto,
  MergedDto,
  MergePeopleDto,
  MergePreviewDto,
  MergePreviewQueryDto,
} from './dto/people-merge.dto.js';
import { PeopleMergeReader } from './people-merge.reader.js';
import { PeopleMerge } from './people-merge.service.js';

@ApiTags('people')
@Controller('people')
export class PeopleMergeController {
  constructor(
    private readonly reader: PeopleMergeReader,
    private readonly service: PeopleMerge,
  ) {}

  @Post('find')
  @HttpCode(200)
  @Can('person.merge')
  @ApiOperation({ operationId: 'findDuplicates', summary: '按姓名或者手机号找可能重复的人' })
  async find(@CurrentActor() actor: SignedInActor, @Body() body: FindDuplicateDto): Promise<DuplicatesDto> {
    return { items: await this.reader.find(actor, body) };
  }

  @Get(':id/merge-preview')
  @Can('person.merge')
  @ApiOperation({ operationId: 'previewMerge', summary: '合并以前，把两个人放在一起看' })
  preview(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Query() { into }: MergePreviewQueryDto,
  ): Promise<MergePreviewDto> {
    return this.reader.preview(actor, id, into);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Can('person.merge')
  @ApiOperation({ operationId: 'mergePeople', summary: '把这个人合并到另一个人' })
  merge(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: MergePeopleDto,
  ): Promise<MergedDto> {
    return this.service.merge(actor, id, body);
  }
}
