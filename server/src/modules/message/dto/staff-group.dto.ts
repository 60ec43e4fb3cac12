import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

export class StaffGroupDto {
  configured: boolean;
  enabled: boolean;

  /** The last four characters of the address; the whole of it is never given back. */
  webhookEnd: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastOkAt: string | null;

  /** Why the last post did not go out; null when it did. */
  lastError: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastErrorAt: string | null;
}

export class ConfigureStaffGroupDto {
  /** The robot's address as WeCom gives it; absent: it stays. */
  @IsOptional()
  @IsString({ message: '机器人的地址要写成文字' })
  @MaxLength(300, { message: '机器人的地址太长了' })
  webhook?: string;

  @IsBoolean({ message: '开或关要写成 true 或 false' })
  enabled: boolean;
}

export class StaffGroupTestDto {
  ok: boolean;

  /** Why it did not arrive. */
  reason: string | null;
}
