import { IsString, MaxLength } from 'class-validator';

export class LiveTicketDto {
  /** Opens `GET /api/live` until it expires. */
  ticket: string;
  expiresAt: string;
}

export class LiveQueryDto {
  @IsString({ message: '缺少连接凭证' })
  @MaxLength(200, { message: '连接凭证不对' })
  ticket: string;
}
