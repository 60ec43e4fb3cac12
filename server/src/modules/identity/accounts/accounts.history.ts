import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, type PastAuditEntry } from '../../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { newId } from '../../../platform/ids/new-id.js';
import { hashPassword } from '../passwords.js';
import { PersonLogin } from '../person-login.entity.js';

/** An account that was opened for somebody long ago, and who came with what they were given and chose a password. */
export interface LivedAccount {
  personId: string;
  name: string;
  account: string;
  openedBy: SignedInActor;
  openedAt: Date;
  chosenAt: Date;
}

/** Writes down many accounts at once as the desk and their owners leave them; one transaction. */
@Injectable()
export class AccountsHistory {
  constructor(private readonly audit: AuditTrail) {}

  /** All chose the same password, as they do in a demo: it is hashed once. */
  async write(tx: EntityManager, lives: readonly LivedAccount[], password: string): Promise<void> {
    const secretHash = await hashPassword(password);
    const rows = lives.map(({ personId, account, openedAt, chosenAt }) => ({
      ...{ id: newId(openedAt), personId, kind: 'password' as const, realm: '', subject: account },
      ...{ secretHash, sealedPhone: null, createdAt: openedAt, secretSetAt: chosenAt },
      ...{ changeDue: false, oneTimeUntil: null, secretActionId: null },
    }));
    if (rows.length === 0) return;
    await tx.createQueryBuilder().insert().into(PersonLogin).values(rows).updateEntity(false).execute();
    await this.audit.recordPast(
      tx,
      lives.flatMap((life, at) => entriesOf(life, rows[at]?.id ?? '')),
    );
  }
}

/** What opening it and the first signing in leave in the audit. */
function entriesOf({ personId, name, account, ...life }: LivedAccount, id: string): PastAuditEntry[] {
  const { openedBy, openedAt, chosenAt } = life;
  return [
    {
      action: 'account.create',
      actor: { personId: openedBy.personId, name: openedBy.name },
      subject: { type: 'account', id, label: account },
      aboutPersonId: personId,
      at: openedAt,
    },
    {
      action: 'session.sign_in',
      actor: { personId, name },
      subject: { type: 'session', id: newId(chosenAt) },
      aboutPersonId: personId,
      details: { method: 'password', secondStep: false },
      at: chosenAt,
    },
  ];
}
