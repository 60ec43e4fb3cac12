import { MeDto } from './me.dto.js';

export class SessionDto {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
  me: MeDto;
}
