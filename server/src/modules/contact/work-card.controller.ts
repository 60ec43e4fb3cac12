import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { MyWorkCardDto, SetWorkCardDto } from './dto/work-card.dto.js';
import { WorkCards } from './work-cards.service.js';

@ApiTags('contact')
@Controller('me/work-card')
export class WorkCardController {
  constructor(private readonly cards: WorkCards) {}

  @Get()
  @Can('work_card.set')
  @ApiOperation({ operationId: 'getMyWorkCard', summary: '我的工作名片' })
  read(@CurrentActor() actor: SignedInActor): Promise<MyWorkCardDto> {
    return this.cards.mine(actor.personId);
  }

  @Put()
  @Can('work_card.set')
  @ApiOperation({ operationId: 'setMyWorkCard', summary: '填、换、收回给居民打的电话' })
  set(@CurrentActor() actor: SignedInActor, @Body() body: SetWorkCardDto): Promise<MyWorkCardDto> {
    return this.cards.set(actor, body);
  }
}
