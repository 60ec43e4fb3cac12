import { IsString, Length, Matches } from 'class-validator';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';
import { MOBILE } from '../../identity/index.js';

export class FindDuplicateDto {
  /** The whole number. */
  @MayBeAbsent()
  @Trimmed()
  @Matches(MOBILE, { message: '请写 11 位手机号' })
  phone?: string;

  /** The whole name. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '姓名要写成文字' })
  @Length(1, 40, { message: '姓名最多 40 个字' })
  name?: string;
}

export class MergePreviewQueryDto {
  @IsUuidV7({ message: '请选要留下的那个人' })
  into: string;
}

export class MergePeopleDto {
  /** Made by the client, so that sending twice is one merge. */
  @IsUuidV7()
  actionId: string;

  /** Who stays. */
  @IsUuidV7({ message: '请选要留下的那个人' })
  intoPersonId: string;

  @Trimmed()
  @IsString({ message: '请写为什么是同一个人' })
  @Length(1, 100, { message: '请写为什么是同一个人，最多 100 个字' })
  reason: string;
}

/** Enough to tell whether two are one, and no more. */
export class ComparedPersonDto {
  id: string;
  name: string;
  maskedPhones: string[];
  /** How they sign in, in words. */
  waysIn: string[];
  homes: string[];
  /** What they are appointed to now or will be. */
  appointments: string[];
  reportCount: number;
  /** When they were first here. */
  since: string;
}

export class DuplicatesDto {
  items: ComparedPersonDto[];
}

export class MovedDto {
  title: string;
  count: number;
}

export class MergeConflictDto {
  kind: string;
  words: string;
}

export class MergePreviewDto {
  /** Who gives way. */
  from: ComparedPersonDto;
  /** Who stays. */
  into: ComparedPersonDto;
  /** What goes along. */
  moves: MovedDto[];
  /** Why it cannot be done now; empty when it can. */
  conflicts: MergeConflictDto[];
}

export class MergedDto {
  intoPersonId: string;
  moved: MovedDto[];
}
