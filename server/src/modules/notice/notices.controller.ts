import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can, Public } from '../../platform/auth/can.decorator.js';
import { NoticeAudienceQueryDto, NoticeDeskQueryDto, NoticesQueryDto } from './dto/notice-list.dto.js';
import {
  NoticeAudienceDto,
  NoticeDeskDto,
  NoticeDto,
  NoticeReadDto,
  NoticesDto,
} from './dto/notice-view.dto.js';
import { LetNoticeThroughDto, WithdrawNoticeDto, WriteNoticeDto } from './dto/write-notice.dto.js';
import { NoticeActs } from './notice.acts.js';
import { NoticeReader } from './notice.reader.js';
import { NoticeWriting } from './notice.writing.js';

/** What a community tells those who live in it. Fixed words stand before `:id`. */
@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly reader: NoticeReader,
    private readonly writing: NoticeWriting,
    private readonly acts: NoticeActs,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listNotices', summary: '社区的通知：还没过的新的在前；要看过去的另说' })
  list(@CurrentActor() actor: Actor, @Query() query: NoticesQueryDto): Promise<NoticesDto> {
    return this.reader.feed(actor, query);
  }

  @Get('desk')
  @Can('notice.desk')
  @ApiOperation({ operationId: 'listNoticeDesk', summary: '工作人员看的通知列表，有已读人数' })
  desk(@CurrentActor() actor: SignedInActor, @Query() query: NoticeDeskQueryDto): Promise<NoticeDeskDto> {
    return this.reader.desk(actor, query);
  }

  @Get('audience')
  @Can('notice.write')
  @ApiOperation({ operationId: 'countNoticeAudience', summary: '发给这些地方，大约会告诉多少人' })
  audience(
    @CurrentActor() actor: SignedInActor,
    @Query() query: NoticeAudienceQueryDto,
  ): Promise<NoticeAudienceDto> {
    return this.writing.audience(actor, query);
  }

  @Get(':id')
  @Public()
  @ApiOperation({ operationId: 'getNotice', summary: '一条通知；工作人员还看得到经过和已读人数' })
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<NoticeDto> {
    return this.reader.show(actor, id);
  }

  @Post()
  @Can('notice.write')
  @ApiOperation({ operationId: 'writeNotice', summary: '写通知；检查没有发现问题就发布，不然等书记放行' })
  async write(@CurrentActor() actor: SignedInActor, @Body() body: WriteNoticeDto): Promise<NoticeDto> {
    await this.writing.write(actor, body);
    return this.reader.show(actor, body.id);
  }

  @Post(':id/let-through')
  @HttpCode(HttpStatus.OK)
  @Can('notice.let_through')
  @ApiOperation({ operationId: 'letNoticeThrough', summary: '放行：看过了，可以让大家看' })
  async letThrough(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: LetNoticeThroughDto,
  ): Promise<NoticeDto> {
    await this.acts.letThrough(actor, id, body);
    return this.reader.show(actor, id);
  }

  @Post(':id/withdraw')
  @HttpCode(HttpStatus.OK)
  @Can('notice.withdraw')
  @ApiOperation({ operationId: 'withdrawNotice', summary: '撤回，写明原因' })
  async withdraw(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: WithdrawNoticeDto,
  ): Promise<NoticeDto> {
    await this.acts.withdraw(actor, id, body);
    return this.reader.show(actor, id);
  }

  @Post(':id/read')
  @HttpCode(HttpStatus.OK)
  @Can('notice.read')
  @ApiOperation({ operationId: 'readNotice', summary: '我看过了；一个人只算一次' })
  async read(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<NoticeReadDto> {
    await this.reader.read(actor, id);
    return { read: true };
  }
}
