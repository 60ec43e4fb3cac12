import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import { UsualHelperDto } from './dto/usual-helper.dto.js';
import { UsualHelper } from './usual-helper.js';

@ApiTags('incidents')
@Controller('incidents')
export class UsualHelperController {
  constructor(private readonly helper: UsualHelper) {}

  @Get(':id/usual-helper')
  @Can('incident.dispatch')
  @ApiOperation({ operationId: 'getUsualHelper', summary: '同类的事上一次是谁来帮办的' })
  read(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<UsualHelperDto> {
    return this.helper.of(actor, id);
  }
}
