import { ROLES, type Role } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, Min } from 'class-validator';
import { CallablePhone } from './callable-phone.js';

/** One appointment of the card's owner, and whether its residents see the number. */
export class WorkCardPlaceDto {
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;

  roleLabel: string;
  areaName: string;
  shown: boolean;
}

/** One's own card; nobody else is given it in this form. */
export class MyWorkCardDto {
  phone: string | null;

  /** Whether residents see the number somewhere at this moment. */
  shown: boolean;

  places: WorkCardPlaceDto[];
  version: number;
}

export class SetWorkCardDto {
  /** Null takes the number away. */
  @CallablePhone()
  phone: string | null;

  /** 「我同意把这个号码给本网格的居民看」 */
  @IsBoolean({ message: '同意不同意要写成 true 或 false' })
  shown: boolean;

  /** The card that was looked at when this was decided; 0 before there was one. */
  @IsInt({ message: '名片的版本不对，请刷新后再试' })
  @Min(0, { message: '名片的版本不对，请刷新后再试' })
  version: number;
}
