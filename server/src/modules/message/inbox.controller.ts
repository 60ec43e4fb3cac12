import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { Clock } from '../../platform/clock/clock.js';
import { InboxCountDto, InboxDto, InboxMessageDto, InboxQueryDto, ReadAllDto } from './dto/inbox.dto.js';
import { InboxService } from './inbox.service.js';

@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can('inbox.read')
  @ApiOperation({ operationId: 'listInbox', summary: '我的消息，新的在前' })
  list(@CurrentActor() actor: SignedInActor, @Query() query: InboxQueryDto): Promise<InboxDto> {
    return this.inbox.list(actor.personId, query);
  }

  @Get('count')
  @Can('inbox.read')
  @ApiOperation({ operationId: 'countInbox', summary: '有几条没读' })
  count(@CurrentActor() actor: SignedInActor): Promise<InboxCountDto> {
    return this.inbox.count(actor.personId);
  }

  @Post('read-all')
  @HttpCode(HttpStatus.OK)
  @Can('inbox.read')
  @ApiOperation({ operationId: 'readAllInbox', summary: '都读过了' })
  readAll(@CurrentActor() actor: SignedInActor, @Body() body: ReadAllDto): Promise<InboxCountDto> {
    const until = body.until === undefined ? this.clock.now() : new Date(body.until);
    return this.inbox.readAll(actor.personId, until);
  }

  @Post(':id/read')
  @HttpCode(HttpStatus.OK)
  @Can('inbox.read')
  @ApiOperation({ operationId: 'readInboxMessage', summary: '读了这一条' })
  read(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<InboxMessageDto> {
    return this.inbox.read(actor.personId, id);
  }
}
