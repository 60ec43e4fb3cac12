import {
  CLOCK_TIME,
  MESSAGE_CHANNELS,
  MESSAGE_KINDS,
  type MessageChannel,
  type MessageKind,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';

const MOST_CHOICES = MESSAGE_KINDS.length * MESSAGE_CHANNELS.length;

export class QuietHoursDto {
  /** `HH:mm` in Asia/Shanghai. */
  @Matches(CLOCK_TIME, { message: '开始时间要写成 22:00 这样' })
  from: string;

  @Matches(CLOCK_TIME, { message: '结束时间要写成 07:00 这样' })
  to: string;
}

export class MessageChoiceDto {
  @ApiProperty({ enum: MESSAGE_KINDS })
  @IsIn(MESSAGE_KINDS, { message: '没有这一类消息' })
  kind: MessageKind;

  @ApiProperty({ enum: MESSAGE_CHANNELS })
  @IsIn(MESSAGE_CHANNELS, { message: '没有这种提醒方式' })
  channel: MessageChannel;

  @IsBoolean({ message: '开或关要写成 true 或 false' })
  on: boolean;
}

export class ChangeMessageSettingsDto {
  /** Null: no quiet hours. Absent: as they are. */
  @ApiProperty({ type: QuietHoursDto, nullable: true, required: false })
  @IsOptional()
  @ValidateNested({ message: '安静时间的格式不对' })
  @Type(() => QuietHoursDto)
  quietHours?: QuietHoursDto | null;

  /** What is not named stays as it is. */
  @ApiProperty({ type: [MessageChoiceDto], required: false })
  @IsOptional()
  @IsArray({ message: '选择要是一个列表' })
  @ArrayMaxSize(MOST_CHOICES, { message: '选择太多了' })
  @ValidateNested({ each: true, message: '选择的格式不对' })
  @Type(() => MessageChoiceDto)
  choices?: MessageChoiceDto[];
}

export class OfferedChannelDto {
  @ApiProperty({ enum: MESSAGE_CHANNELS })
  channel: MessageChannel;

  label: string;

  /** Whether we know how to reach this person by it: their WeChat, their phone. */
  reachable: boolean;
}

export class KindChannelDto {
  @ApiProperty({ enum: MESSAGE_CHANNELS })
  channel: MessageChannel;

  on: boolean;

  /** False: it stays as it is. */
  switchable: boolean;
}

export class KindSettingDto {
  @ApiProperty({ enum: MESSAGE_KINDS })
  kind: MessageKind;

  label: string;

  /** Comes through at night too. */
  urgent: boolean;

  channels: KindChannelDto[];
}

export class MessageSettingsDto {
  @ApiProperty({ type: QuietHoursDto, nullable: true })
  quietHours: QuietHoursDto | null;

  /** The ways this platform offers besides the inbox; may be none. */
  channels: OfferedChannelDto[];

  /** The kinds that concern this person, each with the channels it can take. */
  kinds: KindSettingDto[];
}
