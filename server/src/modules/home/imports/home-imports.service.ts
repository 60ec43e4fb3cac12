import { HOME_IMPORT_STATE_LABELS, type HomeImportState } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeOf } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { isDuplicate } from '../../../platform/database/database.errors.js';
import { Database } from '../../../platform/database/database.js';
import type { ReceivedFile } from '../../../platform/files/file-upload.js';
import { UnusedUploads } from '../../../platform/files/unused-uploads.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { idUsedDifferently } from '../../../platform/idempotency/idempotency.errors.js';
import type { ConfirmHomeImportDto, HomeImportDto } from '../dto/home-import.dto.js';
import {
  importChanged,
  importHasProblems,
  importNotFound,
  importNotReady,
  importUnderWay,
  noChanges,
  noProblems,
  outsideYourCommunities,
} from '../home.errors.js';
import { HomeImport } from '../home-import.entity.js';
import { HomeImportFiles } from './home-import.files.js';
import type { HomeImportFindings } from './home-import.findings.js';
import { HomeImportWorker } from './home-import.worker.js';

/** Done ones stay in sight for a while. */
const LATEST = 10;
const AT_ONCE = 20;
/** By the disk's own clock; whoever is at it now is done with it long before. */
const LEFT_OVER_MS = 3_600_000;

/** What people do with files of homes: send one, look at what was found, confirm it or give it up. */
@Injectable()
export class HomeImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly files: HomeImportFiles,
    private readonly worker: HomeImportWorker,
    private readonly audit: AuditTrail,
    unused: UnusedUploads,
  ) {
    unused.watch((before) => this.giveUpOld(before));
    unused.watch(() => this.clearLeftOver());
  }

  /** Asked before the file is received: nobody sends ten megabytes to be turned away. */
  refuseElsewhere(actor: SignedInActor, communityId: string): void {
    if (!scopeOf(actor, 'home.import').communityIds.includes(communityId)) throw outsideYourCommunities();
  }

  /** One at a time in a community; the same file under the same id is the same import. */
  async send(
    actor: SignedInActor,
    communityId: string,
    { id, requestHash, path, name }: ReceivedFile,
  ): Promise<HomeImportDto> {
    this.refuseElsewhere(actor, communityId);
    const before = await this.find(id);
    if (before !== null) return this.sameAs(before, actor, communityId, requestHash);
    const row: HomeImport = {
      ...{ id, communityId, openCommunityId: communityId, fileHash: requestHash, fileName: name },
      state: 'waiting',
      ...{ sentById: actor.personId, sentByName: actor.name, sentAt: this.clock.now() },
      ...{ rowCount: null, rowsChecked: 0, sealedFindings: null, planHash: null, refusal: null },
      ...{ confirmedById: null, confirmActionId: null, overAt: null },
      ...{ leaseUntil: null, leaseBy: null, attempts: 0 },
    };
    await this.files.keepUpload(row, path);
    try {
      await this.database.transaction((tx) => tx.insert(HomeImport, row));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const raced = await this.find(id);
      if (raced !== null) return this.sameAs(raced, actor, communityId, requestHash);
      await this.files.remove(row);
      throw importUnderWay({ by: await this.whoIsAtIt(communityId) });
    }
    this.worker.nudge();
    return this.show(actor, id);
  }

  async latest(actor: SignedInActor, communityId: string): Promise<HomeImportDto[]> {
    this.refuseElsewhere(actor, communityId);
    const rows = await this.database.transaction((tx) =>
      tx.find(HomeImport, {
        where: { communityId },
        order: { sentAt: 'DESC', id: 'DESC' },
        take: LATEST,
        select: WITHOUT_FINDINGS,
      }),
    );
    return rows.map((row) => this.view(actor, { ...row, sealedFindings: null }));
  }

  async show(actor: SignedInActor, id: string): Promise<HomeImportDto> {
    return this.view(actor, await this.mine(actor, id));
  }

  async confirm(actor: SignedInActor, id: string, body: ConfirmHomeImportDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await this.lock(tx, actor, id);
      if (row.confirmActionId === body.actionId) {
        if (row.confirmedById !== actor.personId) throw idUsedDifferently();
        return;
      }
      if (row.state !== 'ready') throw notReady(row.state);
      if (this.findings(row)?.problemRows !== 0) throw importHasProblems();
      if (row.planHash !== body.planHash) throw importChanged();
      await tx.update(
        HomeImport,
        { id },
        {
          ...{ state: 'applying', confirmedById: actor.personId, confirmActionId: body.actionId },
          ...{ attempts: 0, leaseUntil: null, leaseBy: null, refusal: null },
        },
      );
    });
    this.worker.nudge();
  }

  /** Nothing of it is kept; giving up what is over already changes nothing. */
  async abandon(actor: SignedInActor, id: string): Promise<void> {
    const row = await this.database.transaction(async (tx) => {
      const found = await this.lock(tx, actor, id);
      if (found.state === 'applying') throw notReady(found.state);
      if (found.overAt === null) await this.giveUp(tx, id);
      return found;
    });
    await this.files.remove(row);
  }

  /** The rows with what is wrong beside them, as an .xlsx file. */
  async problems(actor: SignedInActor, id: string): Promise<Buffer> {
    return this.download(actor, id, 'problems');
  }

  /** Everything that would change, what matters most first, as an .xlsx file. */
  async changes(actor: SignedInActor, id: string): Promise<Buffer> {
    return this.download(actor, id, 'changes');
  }

  /** What belongs to the findings that are shown: a file that was compared again may have left the other one behind. */
  private async download(actor: SignedInActor, id: string, name: 'problems' | 'changes'): Promise<Buffer> {
    const row = await this.mine(actor, id);
    const findings = row.state === 'ready' ? this.findings(row) : null;
    const wrong = (findings?.problemRows ?? 0) > 0;
    const file =
      findings !== null && wrong === (name === 'problems') ? await this.files.read(row, name) : null;
    if (file === null) throw name === 'problems' ? noProblems() : noChanges();
    await this.audit.recordRead({
      action: `home.download_${name}`,
      actor: { personId: actor.personId, name: actor.name },
      subject: { type: 'home_import', id },
      communityId: row.communityId,
    });
    return file;
  }

  private async giveUp(tx: EntityManager, id: string): Promise<void> {
    await tx.update(
      HomeImport,
      { id },
      {
        ...{ state: 'abandoned', openCommunityId: null, overAt: this.clock.now() },
        ...{ leaseUntil: null, leaseBy: null, sealedFindings: null, planHash: null },
      },
    );
  }

  /** What nobody confirmed for weeks is somebody's list of names lying about. */
  private async giveUpOld(before: Date): Promise<number> {
    const rows = await this.database.transaction(async (tx) => {
      const old: { id: string; fileHash: string }[] = await tx.query(
        `select id, file_hash as fileHash from home_import where state = 'ready' and sent_at < ?
          order by sent_at limit ? for update`,
        [before, AT_ONCE],
      );
      for (const { id } of old) await this.giveUp(tx, id);
      return old;
    });
    for (const row of rows) await this.files.remove(row);
    return rows.length;
  }

  /**
   * Files of imports that are over, and files that no import knows: left behind by a process that was killed between the
   * disk and the database. All of them in one go.
   */
  private async clearLeftOver(): Promise<number> {
    const before = new Date(Date.now() - LEFT_OVER_MS);
    for (const file of await this.files.keptBefore(before)) {
      const [needed] = await this.database.query<{ id: string }>(
        'select id from home_import where id = ? and over_at is null and file_hash like ?',
        [file.id, `${file.requestHash}%`],
      );
      if (needed === undefined) await this.files.removeOne(file);
    }
    return 0;
  }

  private async lock(tx: EntityManager, actor: SignedInActor, id: string): Promise<HomeImport> {
    const row = isUuidV7(id)
      ? await tx.findOne(HomeImport, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    return theirs(actor, row);
  }

  private async mine(actor: SignedInActor, id: string): Promise<HomeImport> {
    return theirs(actor, await this.find(id));
  }

  private find(id: string): Promise<HomeImport | null> {
    if (!isUuidV7(id)) return Promise.resolve(null);
    return this.database.transaction((tx) => tx.findOneBy(HomeImport, { id }));
  }

  private sameAs(row: HomeImport, actor: SignedInActor, communityId: string, hash: string): HomeImportDto {
    const same = row.sentById === actor.personId && row.communityId === communityId && row.fileHash === hash;
    if (!same) throw idUsedDifferently();
    return this.view(actor, row);
  }

  private async whoIsAtIt(communityId: string): Promise<string> {
    const [row] = await this.database.query<{ name: string }>(
      'select sent_by_name as name from home_import where open_community_id = ?',
      [communityId],
    );
    return row?.name ?? '同事';
  }

  private findings({ sealedFindings }: HomeImport): HomeImportFindings | null {
    if (sealedFindings === null) return null;
    const kept = JSON.parse(this.cipher.decrypt(sealedFindings)) as HomeImportFindings;
    // Kept before it was said.
    const { newHomes, changedHomes } = kept.counts;
    const before = { changeKinds: { ended: 0, new: 0, other: newHomes + changedHomes } };
    const changes = kept.changes.map((one) => (kept.changeKinds ? one : { ...one, kind: 'other' as const }));
    return { ...before, ...kept, changes, sheet: kept.sheet ?? null, sumRows: kept.sumRows ?? 0 };
  }

  private view(actor: SignedInActor, row: HomeImport): HomeImportDto {
    const { id, communityId, state, fileName, sentByName, rowCount, rowsChecked, refusal } = row;
    return {
      ...{ id, communityId, state, fileName, sentByName, rowCount, rowsChecked, refusal },
      sentByMe: row.sentById === actor.personId,
      sentAt: row.sentAt.toISOString(),
      overAt: row.overAt?.toISOString() ?? null,
      planHash: state === 'ready' ? row.planHash : null,
      findings: state === 'waiting' || state === 'checking' ? null : this.findings(row),
    };
  }
}

const WITHOUT_FINDINGS = {
  ...{ id: true, communityId: true, openCommunityId: true, fileHash: true, fileName: true },
  ...{
    state: true,
    sentById: true,
    sentByName: true,
    sentAt: true,
    rowCount: true,
    rowsChecked: true,
    planHash: true,
    refusal: true,
  },
  ...{ confirmedById: true, confirmActionId: true, overAt: true, leaseUntil: true, leaseBy: true },
  attempts: true,
} as const;

function theirs(actor: SignedInActor, row: HomeImport | null): HomeImport {
  if (row === null || !scopeOf(actor, 'home.import').communityIds.includes(row.communityId))
    throw importNotFound();
  return row;
}

function notReady(state: HomeImportState) {
  return importNotReady({ now: HOME_IMPORT_STATE_LABELS[state] });
}
