import { ApiProperty } from '@nestjs/swagger';
import { SIGN_IN_STEPS, type SignInStep } from '../sign-in/sign-in.steps.js';
import { MeDto } from './me.dto.js';

export class SessionDto {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
  me: MeDto;
}

/** The password was right, and this is still to be done before there is a session. */
export class SignInStepDto {
  @ApiProperty({ enum: SIGN_IN_STEPS, enumName: 'SignInStep' })
  step: SignInStep;

  /** Good for this step, once, until then. */
  ticket: string;
  expiresAt: string;
}

export class EnrolledSessionDto {
  session: SessionDto;
  /** Shown once: each stands in for the authenticator app once. */
  recoveryCodes: string[];
}
