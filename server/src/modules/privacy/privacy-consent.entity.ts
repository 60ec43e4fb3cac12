import type { Age, ConsentKind } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const word = { type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' } as const;

/** Where somebody said yes or no. */
export type ConsentWay = 'miniapp' | 'browser' | 'demo';

/** One yes or no to one thing, never changed: the newest of a kind is what holds, the others are how it came about. */
@Entity('privacy_consent')
@Index('privacy_consent_person', ['personId', 'kind', 'at', 'id'])
export class PrivacyConsent {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column(word)
  kind: ConsentKind;

  @Column({ type: 'tinyint' })
  given: boolean;

  /** Of the notice that was shown. */
  @Column({ ...word, nullable: true })
  version: string | null;

  /** What they said of their age, where it was asked. */
  @Column({ ...word, nullable: true })
  age: Age | null;

  @Column(word)
  way: ConsentWay;

  @Column(momentColumn)
  at: Date;
}
