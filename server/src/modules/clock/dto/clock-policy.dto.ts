import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent } from '../../../platform/http/validators.js';

const DAY_MINUTES = 1_440;
const MOST_MINUTES = 60 * DAY_MINUTES;
const MINUTES = { message: '时限要是 1 分钟到 60 天之间的整数' };
const WHOLE_DAY = { message: '一天里的分钟要在 0 到 1440 之间' };
const WEEKDAY = { message: '星期要在 1 到 7 之间' };
const CONFIRM_DAYS = { message: '确认的天数要在 1 到 60 之间' };

export class ServiceWindowDto {
  /** After midnight in Asia/Shanghai: 540 is nine o'clock. */
  @IsInt(WHOLE_DAY)
  @Min(0, WHOLE_DAY)
  @Max(DAY_MINUTES, WHOLE_DAY)
  fromMinute: number;

  /** Not part of it. */
  @IsInt(WHOLE_DAY)
  @Min(0, WHOLE_DAY)
  @Max(DAY_MINUTES, WHOLE_DAY)
  toMinute: number;
}

export class WeeklyWindowDto extends ServiceWindowDto {
  /** 1 is Monday, 7 is Sunday. */
  @IsInt(WEEKDAY)
  @Min(1, WEEKDAY)
  @Max(7, WEEKDAY)
  weekday: number;
}

class LimitsDto {
  @IsInt(MINUTES)
  @Min(1, MINUTES)
  @Max(MOST_MINUTES, MINUTES)
  responseMinutes: number;

  @IsInt(MINUTES)
  @Min(1, MINUTES)
  @Max(MOST_MINUTES, MINUTES)
  simpleMinutes: number;

  @IsInt(MINUTES)
  @Min(1, MINUTES)
  @Max(MOST_MINUTES, MINUTES)
  complexMinutes: number;

  @IsInt(MINUTES)
  @Min(1, MINUTES)
  @Max(MOST_MINUTES, MINUTES)
  planMinutes: number;

  /** By the wall clock. */
  @IsInt(CONFIRM_DAYS)
  @Min(1, CONFIRM_DAYS)
  @Max(60, CONFIRM_DAYS)
  confirmDays: number;

  @IsInt(MINUTES)
  @Min(1, MINUTES)
  @Max(MOST_MINUTES, MINUTES)
  holdDecisionMinutes: number;

  /** After the limit: community worker, secretary, subdistrict; fewer numbers, fewer steps. */
  @ApiProperty({ type: [Number] })
  @IsArray({ message: '上报的时间要是一个列表' })
  @ArrayMinSize(1, { message: '至少要上报一步' })
  @ArrayMaxSize(3, { message: '最多上报三步' })
  @IsInt({ each: true, message: '上报的时间要是整数' })
  @Min(0, { each: true, message: '上报的时间不能小于 0' })
  @Max(MOST_MINUTES, { each: true, message: '上报的时间最长 60 天' })
  escalationMinutes: number[];
}

export class AddClockPolicyDto extends LimitsDto {
  @IsUuidV7()
  id: string;

  /** A subdistrict, a community or a grid; absent: wherever there is nothing of its own. */
  @IsOptional()
  @IsUUID('all', { message: '请重新选地方' })
  areaId?: string;

  /** Absent: for every category without its own. */
  @IsOptional()
  @Matches(/^[a-z][a-z_]{0,31}$/, { message: '请重新选类别' })
  categoryCode?: string;

  /** Absent: from now on. What is under way keeps the version it began with. */
  @MayBeAbsent()
  @IsMoment('生效时间不对')
  inForceFrom?: string;

  /** Absent: round the clock. */
  @IsOptional()
  @IsArray({ message: '服务时间要是一个列表' })
  @ArrayMaxSize(42, { message: '服务时间最多 42 段' })
  @ValidateNested({ each: true, message: '服务时间的格式不对' })
  @Type(() => WeeklyWindowDto)
  serviceHours?: WeeklyWindowDto[];
}

export class ClockPoliciesQueryDto {
  /** Absent: the versions for everybody. */
  @IsOptional()
  @IsUUID('all', { message: '请重新选地方' })
  areaId?: string;
}

export class ClockPolicyDto extends LimitsDto {
  id: string;
  areaId: string | null;
  categoryCode: string | null;
  version: number;
  inForceFrom: string;
  /** Null: round the clock. */
  @ApiProperty({ type: [WeeklyWindowDto], nullable: true })
  serviceHours: WeeklyWindowDto[] | null;
  /** Null: it came with the system. */
  addedByName: string | null;
}

export class ClockPolicyInForceDto extends ClockPolicyDto {
  /** Whose version it is; null: everybody's. */
  areaName: string | null;
}

export class ClockPoliciesDto {
  /** The place's own, every version. */
  items: ClockPolicyDto[];
  /** What holds there now, its own or not: for all categories first, then for those that have another. */
  inForce: ClockPolicyInForceDto[];
}
