import { ALL_PERMISSIONS, type Permission, ROLES, type Role } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

class AppointmentDto {
  id: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;

  roleLabel: string;
  areaId: string | null;
  areaName: string | null;
  communityId: string | null;
  communityName: string | null;
  gridId: string | null;
  gridName: string | null;
  /** Set for who is appointed to one estate. */
  estateId: string | null;
  estateName: string | null;
  /** Set for who is appointed to one building, whose name is the area's. */
  buildingId: string | null;
  /** Set for who acts in an organisation; then there is no area. */
  organisationId: string | null;
  organisationName: string | null;
}

export class AppointmentInForceDto extends AppointmentDto {
  /** Null: without an end. */
  toAt: string | null;
  /** It is in the place of somebody on leave. */
  standsIn: boolean;
}

/** While they are on leave they hold nothing from it. */
export class AppointmentOnLeaveDto extends AppointmentDto {
  leaveUntil: string;
  /** Null: nobody stands in. */
  standInName: string | null;
}

export class NoticeAgreedDto {
  /** The notice that holds now. */
  version: string;
  /** They agreed to this one, or to one that no later version asks about again. */
  agreed: boolean;
}

export class MeDto {
  id: string;
  name: string;
  appointments: AppointmentInForceDto[];
  onLeave: AppointmentOnLeaveDto[];

  /** What this person may do somewhere; where exactly, each answer says. */
  @ApiProperty({ enum: ALL_PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions: Permission[];

  privacyNotice: NoticeAgreedDto;
  /** Under fourteen and without a guardian's consent: whatever they write is refused until then. */
  awaitsGuardian: boolean;
}

export class WechatPhoneDto {
  /** What the getPhoneNumber button gave. */
  @IsString()
  @Length(1, 128, { message: '微信给的代码不对' })
  code: string;
}

export class AddedPhoneDto {
  maskedPhone: string;
}
