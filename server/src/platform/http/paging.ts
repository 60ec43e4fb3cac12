import { LIMITS } from '@linli/shared';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from './validators.js';

/** A list that is asked for page by page, by number; beyond this nobody leafs, and the database would count in vain. */
const PAGES_AT_MOST = 10_000;
const CURSOR_CHARS = 300;

/** Which page of a list, from 1. */
export const PageNumber = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: Number, required: false, minimum: 1, maximum: PAGES_AT_MOST }),
    MayBeAbsent(),
    Type(() => Number),
    IsInt({ message: '页码要是整数' }),
    Min(1, { message: '页码从 1 开始' }),
    Max(PAGES_AT_MOST, { message: '页码太大了' }),
  );

/** How many rows on a page, or in one go where the next ones are asked for by a cursor. */
export const PageSize = (most: number = LIMITS.pageSizeMax): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: Number, required: false, minimum: 1, maximum: most }),
    MayBeAbsent(),
    Type(() => Number),
    IsInt({ message: '每页条数要是整数' }),
    Min(1, { message: '每页至少 1 条' }),
    Max(most, { message: `每页最多 ${most} 条` }),
  );

/** `nextCursor` of the page before. */
export const PageCursor = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: String,
      required: false,
      maxLength: CURSOR_CHARS,
      description: '`nextCursor` of the page before.',
    }),
    MayBeAbsent(),
    IsString({ message: '翻页位置不对' }),
    MaxLength(CURSOR_CHARS, { message: '翻页位置不对' }),
  );
