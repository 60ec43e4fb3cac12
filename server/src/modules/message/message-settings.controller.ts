import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { ChangeMessageSettingsDto, MessageSettingsDto } from './dto/message-settings.dto.js';
import { MessageSettingsService } from './message-settings.service.js';

@ApiTags('me')
@Controller('me/message-settings')
export class MessageSettingsController {
  constructor(private readonly settings: MessageSettingsService) {}

  @Get()
  @Can('inbox.read')
  @ApiOperation({ operationId: 'getMessageSettings', summary: '用什么方式、什么时候告诉我' })
  read(@CurrentActor() actor: SignedInActor): Promise<MessageSettingsDto> {
    return this.settings.of(actor);
  }

  @Put()
  @Can('inbox.read')
  @ApiOperation({ operationId: 'changeMessageSettings', summary: '改用什么方式、什么时候告诉我' })
  change(
    @CurrentActor() actor: SignedInActor,
    @Body() body: ChangeMessageSettingsDto,
  ): Promise<MessageSettingsDto> {
    return this.settings.change(actor, body);
  }
}
