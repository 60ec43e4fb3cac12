import { IsInt, Min } from 'class-validator';
import { CallablePhone } from './callable-phone.js';

export class DutyPhoneDto {
  phone: string | null;
  version: number;
}

export class SetDutyPhoneDto {
  /** Null takes it away. */
  @CallablePhone()
  phone: string | null;

  /** What was looked at when this was decided; 0 before there was any. */
  @IsInt({ message: '版本不对，请刷新后再试' })
  @Min(0, { message: '版本不对，请刷新后再试' })
  version: number;
}
