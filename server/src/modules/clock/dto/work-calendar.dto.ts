import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsUuidV7 } from '../../../platform/http/validators.js';
import { ServiceWindowDto } from './clock-policy.dto.js';

const DAY_KINDS = ['holiday', 'workday'] as const;

export class ExceptionalDayDto {
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '日期要写成 2027-01-01 这样' })
  date: string;

  @ApiProperty({ enum: DAY_KINDS })
  @IsIn(DAY_KINDS, { message: '请选放假还是上班' })
  kind: (typeof DAY_KINDS)[number];

  @IsString({ message: '请写是什么日子' })
  @IsNotEmpty({ message: '请写是什么日子' })
  @MaxLength(20, { message: '名字最多 20 个字' })
  name: string;

  /** Only for a workday with hours of its own; else it is worked like a normal Monday. */
  @IsOptional()
  @IsArray({ message: '服务时间要是一个列表' })
  @ArrayMaxSize(6, { message: '一天最多 6 段' })
  @ValidateNested({ each: true, message: '服务时间的格式不对' })
  @Type(() => ServiceWindowDto)
  windows?: ServiceWindowDto[];
}

export class AddWorkCalendarDto {
  @IsUuidV7()
  id: string;

  /** The whole list: what is left out is again what its weekday says. */
  @IsArray({ message: '日历要是一个列表' })
  @ArrayMaxSize(400, { message: '一份日历最多 400 天' })
  @ValidateNested({ each: true, message: '有一天的格式不对' })
  @Type(() => ExceptionalDayDto)
  days: ExceptionalDayDto[];
}

export class WorkCalendarDto {
  id: string;
  version: number;
  inForceFrom: string;
  days: ExceptionalDayDto[];
  /** Null: it came with the system. */
  addedByName: string | null;
}

export class WorkCalendarsDto {
  items: WorkCalendarDto[];
}
