import { ERASURE_STATES, type ErasureState } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsUuidV7 } from '../../../platform/http/validators.js';

export class AskErasureDto {
  /** Made by the client, so that sending twice is one request. */
  @IsUuidV7()
  id: string;
}

export class CancelErasureDto {
  /** Which request is taken back. */
  @IsUuidV7()
  id: string;
}

export class ErasureDto {
  id: string;

  @ApiProperty({ enum: ERASURE_STATES, enumName: 'ErasureState' })
  state: ErasureState;

  askedAt: string;
  /** When it is done, unless it is taken back before. */
  dueAt: string;
  /** What stood in the way the last time, in sentences that say what to do. */
  obstacles: string[];
}
