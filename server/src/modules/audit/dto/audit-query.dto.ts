import { ALL_AUDIT_ACTIONS, type AuditAction } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { PageSize } from '../../../platform/http/paging.js';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

const NAME = { length: 40, message: '姓名最多 40 个字' };

/** What is looked for; everything that is given must fit. */
export class AuditExportQueryDto {
  /** The name or the id of who did it. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '谁做的要写成文字' })
  @MaxLength(NAME.length, NAME)
  who?: string;

  /** The name or the id of whom it was about. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '关于谁要写成文字' })
  @MaxLength(NAME.length, NAME)
  about?: string;

  @ApiProperty({ enum: ALL_AUDIT_ACTIONS, required: false })
  @MayBeAbsent()
  @IsIn(ALL_AUDIT_ACTIONS, { message: '没有这种记录' })
  action?: AuditAction;

  /** The thing itself. */
  @MayBeAbsent()
  @Trimmed()
  @Matches(/^[\w-]{1,64}$/, { message: '编号的格式不对' })
  subjectId?: string;

  @MayBeAbsent()
  @IsUuidV7({ message: '没有这个社区' })
  communityId?: string;

  @MayBeAbsent()
  @IsMoment('开始的时间不对')
  from?: string;

  @MayBeAbsent()
  @IsMoment('结束的时间不对')
  to?: string;
}

export class AuditListQueryDto extends AuditExportQueryDto {
  @PageSize()
  limit?: number;

  /** `nextCursor` of the page before. */
  @MayBeAbsent()
  @IsUuidV7({ message: '翻页位置不对' })
  cursor?: string;
}

export class CheckAuditDto {
  /** `next` of the part before; without it the check begins. */
  @MayBeAbsent()
  @IsString({ message: '接着核对的位置不对' })
  @MaxLength(300, { message: '接着核对的位置不对' })
  from?: string;

  /** A root that was kept elsewhere: its place in the chain … */
  @MayBeAbsent()
  @IsInt({ message: '留存的序号要是整数' })
  @Min(1, { message: '留存的序号从 1 开始' })
  keptSeq?: number;

  /** … and its seal. */
  @MayBeAbsent()
  @Matches(/^[0-9a-f]{64}$/, { message: '留存的封印是 64 位的数字和字母' })
  keptHash?: string;
}
