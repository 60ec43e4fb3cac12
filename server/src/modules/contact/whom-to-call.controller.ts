import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can, Public } from '../../platform/auth/can.decorator.js';
import { DutyPhoneDto, SetDutyPhoneDto } from './dto/duty-phone.dto.js';
import { WorkerCardDto } from './dto/worker-card.dto.js';
import { DutyPhones } from './duty-phones.service.js';
import { WorkerCards } from './worker-cards.reader.js';

@ApiTags('contact')
@Controller()
export class WhomToCallController {
  constructor(
    private readonly cards: WorkerCards,
    private readonly dutyPhones: DutyPhones,
  ) {}

  @Get('grids/:id/worker-card')
  @Public()
  @ApiOperation({ operationId: 'getGridWorkerCard', summary: '这个网格找谁' })
  ofGrid(@Param('id') id: string): Promise<WorkerCardDto> {
    return this.cards.ofGrid(id);
  }

  @Get('communities/:id/worker-card')
  @Public()
  @ApiOperation({ operationId: 'getCommunityWorkerCard', summary: '这个社区打哪个电话' })
  ofCommunity(@Param('id') id: string): Promise<WorkerCardDto> {
    return this.cards.ofCommunity(id);
  }

  @Get('communities/:id/duty-phone')
  @Public()
  @ApiOperation({ operationId: 'getDutyPhone', summary: '社区的值班电话' })
  dutyPhone(@Param('id') id: string): Promise<DutyPhoneDto> {
    return this.dutyPhones.of(id);
  }

  @Put('communities/:id/duty-phone')
  @Can('duty_phone.configure')
  @ApiOperation({ operationId: 'setDutyPhone', summary: '填、换、去掉社区的值班电话' })
  setDutyPhone(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: SetDutyPhoneDto,
  ): Promise<DutyPhoneDto> {
    return this.dutyPhones.set(actor, id, body);
  }
}
