import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { DeadDeliveries } from './delivery/dead-deliveries.js';
import { DeadDeliveriesDto, DeadDeliveriesQueryDto } from './dto/dead-delivery.dto.js';

@ApiTags('effects')
@Controller('deliveries/dead')
export class DeadDeliveriesController {
  constructor(private readonly dead: DeadDeliveries) {}

  @Get()
  @Can('effects.inspect')
  @ApiOperation({ operationId: 'listDeadDeliveries', summary: '没有发出去的提醒' })
  list(@Query() query: DeadDeliveriesQueryDto): Promise<DeadDeliveriesDto> {
    return this.dead.list(query);
  }

  @Post(':id/retry')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Can('effects.inspect')
  @ApiOperation({ operationId: 'retryDeadDelivery', summary: '再发一次' })
  async retry(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<void> {
    await this.dead.retry(actor, id);
  }
}
