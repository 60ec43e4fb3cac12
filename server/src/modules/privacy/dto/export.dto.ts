import { IsUuidV7 } from '../../../platform/http/validators.js';

export class AskExportDto {
  /** Made by the client, so that sending twice is one export. */
  @IsUuidV7()
  id: string;
}

export class ExportLinksDto {
  /** For reading. */
  html: string;
  /** For machines. */
  json: string;
  expiresAt: string;
}
