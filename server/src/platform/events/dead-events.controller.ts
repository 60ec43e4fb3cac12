import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../auth/actor.js';
import { Can } from '../auth/can.decorator.js';
import { DeadEvents } from './dead-events.js';
import { DeadEventsDto, DeadEventsQueryDto } from './dto/dead-event.dto.js';

@ApiTags('effects')
@Controller('effects/dead')
@Can('effects.inspect')
export class DeadEventsController {
  constructor(private readonly dead: DeadEvents) {}

  @Get()
  @ApiOperation({ operationId: 'listDeadEvents', summary: '哪些后续没有做成，什么时候，为什么' })
  list(@Query() query: DeadEventsQueryDto): Promise<DeadEventsDto> {
    return this.dead.list(query);
  }

  @Post(':id/retry')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'retryDeadEvent', summary: '原因排除以后，再做一次' })
  @ApiNoContentResponse()
  async retry(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<void> {
    await this.dead.retry(actor, id);
  }
}
