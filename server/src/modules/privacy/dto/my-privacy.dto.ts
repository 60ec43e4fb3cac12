import type { Holding } from '../../identity/index.js';
import { ErasureDto } from './erasure.dto.js';
import { GuardianDto } from './guardian.dto.js';

export class NoticeConsentDto {
  /** Null: they were never asked. */
  given: boolean | null;
  changedAt: string | null;
  /** The notice that holds now. */
  version: string;
  agreedVersion: string | null;
}

export class MyPrivacyDto {
  name: string;
  /** Only masked, even to oneself: who looks over a shoulder sees no number. */
  maskedPhones: string[];
  /** Whoever holds an office goes by the name that is registered with it. */
  mayChangeName: boolean;
  notice: NoticeConsentDto;
  /** Under fourteen, and nobody has agreed for them yet. */
  awaitsGuardian: boolean;
  guardian: GuardianDto | null;
  /** Null while they are not leaving. */
  erasure: ErasureDto | null;
  /** For how many days a leaving can be taken back. */
  erasureDays: number;
}

export class HoldingDto implements Holding {
  kind: string;
  title: string;
  count: number;
  shown?: string;
  keptFor: string;
  basis: string;
}

export class HoldingsDto {
  items: HoldingDto[];
}
