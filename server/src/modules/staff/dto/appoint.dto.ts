import { ROLES, type Role } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';
import { MOBILE } from '../../identity/index.js';

export class StaffActDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;
}

export class AppointDto {
  /** The appointment's, made by the client. */
  @IsUuidV7()
  id: string;

  @IsUuidV7({ message: '请选一个人' })
  personId: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES, { message: '没有这个身份' })
  role: Role;

  /** One of these, as the role asks; none for a role of the whole platform. */
  @MayBeAbsent()
  @IsUuidV7({ message: '请选一个地方' })
  areaId?: string;

  @MayBeAbsent()
  @IsUuidV7({ message: '请选一个小区' })
  estateId?: string;

  @MayBeAbsent()
  @IsUuidV7({ message: '请选一个单位' })
  organisationId?: string;

  /** Now when absent. */
  @MayBeAbsent()
  @IsMoment('请选开始的时间')
  fromAt?: string;

  /** Without an end when absent. */
  @MayBeAbsent()
  @IsMoment('请选结束的时间')
  toAt?: string;
}

export class EndAppointmentDto extends StaffActDto {
  /** Now when absent; a later moment changes its end. One that has not begun by then is called off. */
  @MayBeAbsent()
  @IsMoment('请选结束的时间')
  at?: string;

  /** Who goes on with what is in hand; back to its queue when absent. */
  @MayBeAbsent()
  @IsUuidV7({ message: '请选一个人' })
  toPersonId?: string;
}

export class LeaveDto {
  /** The leave's, made by the client. */
  @IsUuidV7()
  id: string;

  @IsMoment('请选开始的时间')
  fromAt: string;

  @IsMoment('请选结束的时间')
  toAt: string;

  @MayBeAbsent()
  @IsUuidV7({ message: '请选代班的人' })
  standInId?: string;
}

export class FindPersonDto {
  @Trimmed()
  @Matches(MOBILE, { message: '手机号要是 11 位数字' })
  phone: string;

  /** Enters somebody of this name when nobody has the phone. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '请写姓名' })
  @Length(1, 20, { message: '姓名要有 1 到 20 个字' })
  name?: string;
}
