import { LIMITS } from '@linli/shared';
import { ArrayMaxSize, ArrayUnique, IsArray, IsString, MaxLength } from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../../platform/http/validators.js';
import { AcceptIncidentDto, ReasonedIncidentDto } from '../../dto/incident-action.dto.js';

const DATE_NEEDED = '请选一个办结时间';

/** What may come with a word. */
export class NotedTaskDto extends AcceptIncidentDto {}

/** What must not be done without saying why. */
export class ReasonedTaskDto extends ReasonedIncidentDto {}

export class FinishTaskDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;

  /** May be empty only when there is a photo. */
  @Trimmed()
  @IsString({ message: '请写一句怎么办好的' })
  @MaxLength(LIMITS.noteChars, { message: `说明最多 ${LIMITS.noteChars} 个字` })
  note: string;

  @IsArray({ message: '照片列表不对' })
  @ArrayMaxSize(LIMITS.photosPerResolution, { message: `照片最多 ${LIMITS.photosPerResolution} 张` })
  @ArrayUnique({ message: '同一张照片只要放一次' })
  @IsUuidV7({ each: true })
  photoIds: string[];
}

export class AskTimeDto extends ReasonedIncidentDto {
  /** Until when the organisation asks to have. */
  @IsMoment(DATE_NEEDED)
  dueAt: string;
}

export class TransferTaskDto extends ReasonedIncidentDto {
  /** Another organisation that serves the community. */
  @IsUuidV7()
  organisationId: string;

  /** The present date when absent. */
  @MayBeAbsent()
  @IsMoment(DATE_NEEDED)
  dueAt?: string;
}
