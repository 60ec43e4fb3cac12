import {
  INCIDENT_DIFFICULTIES,
  INCIDENT_ROUTES,
  type IncidentDifficulty,
  type IncidentRoute,
  LIMITS,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsUuidV7 } from '../../../platform/http/validators.js';
import { Trimmed } from './report-incident.dto.js';

const NOTE_TOO_LONG = `说明最多 ${LIMITS.noteChars} 个字`;

export class PublishIncidentDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;
}

export class AcceptIncidentDto {
  @IsUuidV7()
  actionId: string;

  @IsOptional()
  @Trimmed()
  @IsString({ message: '说明要写成文字' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note?: string;
}

export class JudgeIncidentDto extends AcceptIncidentDto {
  @ApiProperty({ enum: INCIDENT_DIFFICULTIES })
  @IsIn(INCIDENT_DIFFICULTIES, { message: '请选简单还是复杂' })
  difficulty: IncidentDifficulty;
}

export class DispatchIncidentDto extends AcceptIncidentDto {
  @ApiProperty({ enum: INCIDENT_ROUTES })
  @IsIn(INCIDENT_ROUTES, { message: '请选由谁来办' })
  route: IncidentRoute;
}

export class ResolveIncidentDto {
  @IsUuidV7()
  actionId: string;

  /** May be empty only when there is a photo. */
  @Trimmed()
  @IsString({ message: '请写一句怎么办好的' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note: string;

  @IsArray({ message: '照片列表不对' })
  @ArrayMaxSize(LIMITS.photosPerResolution, { message: `照片最多 ${LIMITS.photosPerResolution} 张` })
  @ArrayUnique({ message: '同一张照片只要放一次' })
  @IsUuidV7({ each: true })
  photoIds: string[];
}

export class ConfirmIncidentDto extends AcceptIncidentDto {
  @IsInt({ message: '请选一到五颗星' })
  @Min(1, { message: '请选一到五颗星' })
  @Max(5, { message: '请选一到五颗星' })
  rating: number;
}
