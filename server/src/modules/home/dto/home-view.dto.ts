import { HOME_USAGES, type HomeUsage, OWNER_KINDS, type OwnerKind } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { HOME_ACTIONS, type HomeAction } from '../home-action.entity.js';

export class HomeOwnerDto {
  id: string;
  name: string;
  @ApiProperty({ enum: OWNER_KINDS, enumName: 'OwnerKind' })
  ownerKind: OwnerKind;
  /** 138****0001; the whole number is another route's. */
  maskedPhone: string | null;
  /** 「1/2」; null where it is owned together without shares. */
  share: string | null;
  /** Whether it is known which account is theirs. */
  confirmed: boolean;
  @ApiProperty({ type: String, format: 'date-time' })
  fromAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  toAt: string | null;
}

export class HomeDto {
  id: string;
  communityId: string;
  estateName: string | null;
  buildingName: string;
  entranceName: string;
  floor: number;
  room: string;
  @ApiProperty({ enum: HOME_USAGES, enumName: 'HomeUsage' })
  usage: HomeUsage;
  /** In hundredths of a square metre; null when nobody has said. */
  floorArea: number | null;
  owners: HomeOwnerDto[];
}

export class HomesDto {
  items: HomeDto[];
  total: number;
}

export class HomeChangeDto {
  id: string;
  @ApiProperty({ enum: HOME_ACTIONS, enumName: 'HomeAction' })
  action: HomeAction;
  actorName: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

export class HomeDetailDto extends HomeDto {
  titleNumber: string | null;
  /** Who owned it before, the latest first. */
  ownersBefore: HomeOwnerDto[];
  /** What was changed by hand, the latest first. */
  changes: HomeChangeDto[];
}

export class HomeBuildingDto {
  id: string;
  name: string;
}

/** An estate with what owners' matters count by. */
export class HomeEstateDto {
  /** Null: buildings that belong to no estate. */
  id: string | null;
  name: string;
  buildings: HomeBuildingDto[];
  homes: number;
  /** Of the homes whose area is known, in hundredths of a square metre. */
  floorArea: number;
  withoutArea: number;
  /** By title: who has several homes counts once, co-owners count once together. */
  owners: number;
  withoutOwner: number;
}

export class HomeEstatesDto {
  items: HomeEstateDto[];
}

export class OwnerPhoneDto {
  phone: string;
}
