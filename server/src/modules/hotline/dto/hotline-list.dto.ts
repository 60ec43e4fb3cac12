import { HOTLINE_STATES, type HotlineState } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { PageNumber, PageSize } from '../../../platform/http/paging.js';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

export class HotlineExportQueryDto {
  @ApiProperty({ enum: HOTLINE_STATES, required: false })
  @MayBeAbsent()
  @IsIn(HOTLINE_STATES, { message: '没有这个状态' })
  state?: HotlineState;
}

export class HotlineListQueryDto extends HotlineExportQueryDto {
  @PageNumber()
  page?: number;

  @PageSize()
  pageSize?: number;

  /** Part of a number, outside or ours, of the place or the text. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '搜索的内容要写成文字' })
  @MaxLength(50, { message: '搜索的内容最多 50 个字' })
  q?: string;
}

export class HotlineImportQueryDto {
  @IsUuidV7({ message: '请选一个社区' })
  communityId: string;

  /** `true` shows what would happen and changes nothing. */
  @ApiProperty({ enum: ['true', 'false'], required: false })
  @MayBeAbsent()
  @IsIn(['true', 'false'], { message: '只能写 true 或 false' })
  dryRun?: 'true' | 'false';

  /** `fileHash` of the preview: what is taken in is what was looked at. */
  @MayBeAbsent()
  @Matches(/^[0-9a-f]{64}$/, { message: '请先预览' })
  fileHash?: string;
}
