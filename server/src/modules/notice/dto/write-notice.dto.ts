import { LIMITS, NOTICE_KINDS, NOTICE_REACHES, type NoticeKind, type NoticeReach } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

export class WriteNoticeDto {
  /** Made by the client, so that sending twice is one notice. */
  @IsUuidV7()
  id: string;

  @IsUUID('all', { message: '请先选一个社区' })
  communityId: string;

  @ApiProperty({ enum: NOTICE_REACHES, enumName: 'NoticeReach' })
  @IsIn(NOTICE_REACHES, { message: '请选发给谁' })
  reach: NoticeReach;

  /** The grids or buildings it is for; empty for the whole community. */
  @IsArray({ message: '请选好发给哪些网格或哪些楼' })
  @ArrayMaxSize(LIMITS.noticeAreas, { message: `最多选 ${LIMITS.noticeAreas} 处，再多就发给全社区` })
  @ArrayUnique({ message: '有的地方选了两次' })
  @IsUUID('all', { each: true, message: '请重新选网格或楼' })
  areaIds: string[];

  @ApiProperty({ enum: NOTICE_KINDS, enumName: 'NoticeKind' })
  @IsIn(NOTICE_KINDS, { message: '请选通知的类别' })
  kind: NoticeKind;

  @Trimmed()
  @IsString({ message: '请写标题' })
  @IsNotEmpty({ message: '请写标题' })
  @MaxLength(LIMITS.noticeTitleChars, { message: `标题最多 ${LIMITS.noticeTitleChars} 个字` })
  title: string;

  @Trimmed()
  @IsString({ message: '请写内容' })
  @IsNotEmpty({ message: '请写内容' })
  @MaxLength(LIMITS.noticeBodyChars, { message: `内容最多 ${LIMITS.noticeBodyChars} 个字` })
  body: string;

  /** When what it is about begins. */
  @MayBeAbsent()
  @IsMoment('开始时间不对')
  startsAt?: string;

  /** When it ends. */
  @MayBeAbsent()
  @IsMoment('结束时间不对')
  endsAt?: string;
}

export class LetNoticeThroughDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;
}

export class WithdrawNoticeDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;

  /** Read by everybody who opens the notice afterwards. */
  @Trimmed()
  @IsString({ message: '请写一下为什么撤回' })
  @IsNotEmpty({ message: '请写一下为什么撤回' })
  @MaxLength(LIMITS.noticeReasonChars, { message: `原因最多 ${LIMITS.noticeReasonChars} 个字` })
  reason: string;
}
