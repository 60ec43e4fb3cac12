import { LIMITS } from '@linli/shared';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

export class ReplyHotlineOrderDto {
  @IsUuidV7()
  actionId: string;

  /** What the caller is answered. */
  @Trimmed()
  @IsString({ message: '请写答复' })
  @IsNotEmpty({ message: '请写答复' })
  @MaxLength(LIMITS.hotlineReplyChars, { message: `答复最多 ${LIMITS.hotlineReplyChars} 个字` })
  replyText: string;
}

export class ReportBackHotlineOrderDto {
  @IsUuidV7()
  actionId: string;

  /** How it was handed back. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '说明要写成文字' })
  @MaxLength(LIMITS.noteChars, { message: `说明最多 ${LIMITS.noteChars} 个字` })
  note?: string;
}
