import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentSession, type SignedInActor } from '../../platform/auth/actor.js';
import { Can, Public } from '../../platform/auth/can.decorator.js';
import { TokenIgnored } from '../../platform/auth/token-ignored.decorator.js';
import { LiveQueryDto, LiveTicketDto } from './dto/live.dto.js';
import { LiveConnections } from './live.connections.js';
import { LiveTickets } from './live.tickets.js';

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // A proxy in between passes on each hint as it comes.
  'x-accel-buffering': 'no',
};

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(
    private readonly tickets: LiveTickets,
    private readonly connections: LiveConnections,
  ) {}

  @Post('tickets')
  @Can('live.listen')
  @ApiOperation({ operationId: 'issueLiveTicket', summary: '要一张凭证，一分钟内用它接收列表变化的提醒' })
  @ApiCreatedResponse({ type: LiveTicketDto })
  issue(@CurrentActor() actor: SignedInActor, @CurrentSession() sessionId: string): LiveTicketDto {
    const { ticket, expiresAt } = this.tickets.issue({ personId: actor.personId, sessionId });
    return { ticket, expiresAt: expiresAt.toISOString() };
  }

  /** `event: changed` with `{ kind, communityId }`: which list to ask for again. Hints may come twice; none is lost while connected. */
  @Get()
  @Public()
  @TokenIgnored()
  @ApiOperation({ operationId: 'listenLive', summary: '接收列表变化的提醒；凭证在地址里' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  async listen(@Query() { ticket }: LiveQueryDto, @Res() reply: FastifyReply): Promise<void> {
    const listener = await this.connections.admit(this.tickets.read(ticket));
    reply.hijack();
    reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...STREAM_HEADERS });
    this.connections.open(listener, reply.raw);
  }
}
