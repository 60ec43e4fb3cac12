import type { HomeImportState } from '@linli/shared';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { Database } from '../../../platform/database/database.js';
import { ProblemError } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids/new-id.js';
import { Lane } from '../../../platform/lanes/lane.js';
import { Spreadsheets } from '../../../platform/spreadsheet/spreadsheets.js';
import { HomeImport } from '../home-import.entity.js';
import { changeSheet } from './home-import.changes.js';
import { HOME_SHEET_CAPS, HomeImportChecking, type ReadFile } from './home-import.checking.js';
import { HomeImportFiles } from './home-import.files.js';
import { problemSheet } from './home-import.problem-sheet.js';
import { HomeImportWriting } from './home-import.writing.js';

interface Job {
  id: string;
  communityId: string;
  fileHash: string;
  state: HomeImportState;
  attempts: number;
  planHash: string | null;
  confirmedById: string | null;
  confirmedByName: string | null;
}

/** Whoever works says so again well before; whoever was killed lets go after this long. */
const LEASE_MS = 60_000;
const RENEW_MS = LEASE_MS / 4;
const MOST_ATTEMPTS = 4;
const LATER_MS = 3_000;
const GIVEN_UP = '系统试了几次都没有做成，名册没有改动，请再传一次；还不行请联系管理员';
const LOOK_AGAIN = '名册在您预览之后有变化，这是重新核对的结果，请再看一遍';
const FILE_GONE = '表格没有保存下来，请再传一次';

/** Carries files of homes on, in every process, one at a time: reads and compares them, and writes what was confirmed. */
@Injectable()
export class HomeImportWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Home imports');
  private readonly lane: Lane;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly spreadsheets: Spreadsheets,
    private readonly files: HomeImportFiles,
    private readonly checking: HomeImportChecking,
    private readonly writing: HomeImportWriting,
    private readonly audit: AuditTrail,
    private readonly settings: Settings,
  ) {
    this.lane = new Lane('Home imports', () => this.round(), settings.dispatchMs);
  }

  onApplicationBootstrap(): void {
    if (this.settings.dispatchMs > 0) this.lane.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.lane.stop();
  }

  /** There is something to do in this very process. */
  nudge(): void {
    this.lane.nudge();
  }

  private async round(): Promise<boolean> {
    const by = newId(this.clock.now());
    const job = await this.claim(by);
    if (job === null) return false;
    try {
      if (job.attempts > MOST_ATTEMPTS) await this.refuse(job, by, GIVEN_UP);
      else if (job.state === 'applying') await this.apply(job, by);
      else await this.check(job, by);
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) await this.refuse(job, by, error.title);
      else await this.letGo(job, by, error);
    }
    return true;
  }

  private async claim(by: string): Promise<Job | null> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [job]: Job[] = await tx.query(
        `select i.id, i.community_id as communityId, i.file_hash as fileHash, i.state, i.attempts + 1 as attempts,
           i.plan_hash as planHash, i.confirmed_by_id as confirmedById, p.name as confirmedByName
           from home_import i left join person p on p.id = i.confirmed_by_id
          where i.state in ('waiting', 'checking', 'applying') and (i.lease_until is null or i.lease_until < ?)
          order by i.sent_at limit 1 for update`,
        [now],
      );
      if (job === undefined) return null;
      const state = job.state === 'waiting' ? 'checking' : job.state;
      await tx.update(
        HomeImport,
        { id: job.id },
        {
          state,
          leaseBy: by,
          leaseUntil: new Date(now.getTime() + LEASE_MS),
          attempts: Number(job.attempts),
        },
      );
      return { ...job, state, attempts: Number(job.attempts) };
    });
  }

  private async check(job: Job, by: string): Promise<void> {
    const { file, checked } = await this.renewing(job, by, async () => {
      const file = await this.fileOf(job, by);
      const checked = await this.checking.compare(file, job.communityId);
      const wrong = checked.findings.problemRows > 0;
      const given = wrong ? problemSheet(file, checked.problems) : changeSheet(checked.changes);
      const sheet = await this.spreadsheets.write(given, HOME_SHEET_CAPS);
      await this.files.keep(job, wrong ? 'problems' : 'changes', sheet);
      return { file, checked };
    });
    await this.holding(job, by, async (tx) => {
      await tx.update(
        HomeImport,
        { id: job.id },
        {
          ...{ state: 'ready', leaseBy: null, leaseUntil: null, attempts: 0, planHash: checked.planHash },
          ...{ rowCount: file.rows.length, rowsChecked: file.rows.length },
          sealedFindings: this.cipher.encrypt(JSON.stringify(checked.findings)),
        },
      );
    });
  }

  /** Compares once more under the lock: what is written is what was looked at, all of it or nothing. */
  private async apply(job: Job, by: string): Promise<void> {
    const file = await this.renewing(job, by, () => this.fileOf(job, by));
    const written = await this.holding(job, by, async (tx) => {
      // Whoever draws its map waits, and is waited for: homes go where its buildings and entrances are.
      await tx.query('select id from area where id = ? for update', [job.communityId]);
      await tx.query('select id from home where community_id = ? for update', [job.communityId]);
      const { changes, planHash, findings } = await this.checking.compare(file, job.communityId, tx);
      if (planHash !== job.planHash || findings.problemRows > 0) {
        await tx.update(
          HomeImport,
          { id: job.id },
          {
            ...{ state: 'waiting', leaseBy: null, leaseUntil: null, attempts: 0, planHash: null },
            refusal: LOOK_AGAIN,
          },
        );
        return false;
      }
      const { id, communityId } = job;
      await this.writing.write(tx, { importId: id, communityId }, changes);
      await this.over(tx, job, 'done');
      // What was done stays to be read, as counts; whom it was done to stands in the register.
      const counts = { ...findings, problems: [], notes: [], changes: [] };
      const sealedFindings = this.cipher.encrypt(JSON.stringify(counts));
      await tx.update(HomeImport, { id: job.id }, { sealedFindings });
      await this.audit.record(tx, {
        action: 'home.import',
        actor:
          job.confirmedById === null
            ? null
            : { personId: job.confirmedById, name: job.confirmedByName ?? '' },
        subject: { type: 'home_import', id },
        communityId,
        details: { ...findings.counts },
      });
      return true;
    });
    if (written === true) await this.files.remove(job);
  }

  private async fileOf(job: Job, by: string): Promise<ReadFile> {
    const content = await this.files.read(job, 'sheet');
    if (content === null) throw new ProblemError('home/import-file-gone', 409, FILE_GONE);
    return this.checking.read(content, async (rowsChecked, rowCount) => {
      const until = new Date(this.clock.now().getTime() + LEASE_MS);
      await this.database.query(
        'update home_import set row_count = ?, rows_checked = ?, lease_until = ? where id = ? and lease_by = ?',
        [rowCount, rowsChecked, until, job.id, by],
      );
    });
  }

  /** A long file, or a long wait for the only thread that reads, is no reason for others to begin the same anew. */
  private async renewing<Result>({ id }: Job, by: string, work: () => Promise<Result>): Promise<Result> {
    const renew = () => {
      const until = new Date(this.clock.now().getTime() + LEASE_MS);
      this.database
        .query('update home_import set lease_until = ? where id = ? and lease_by = ?', [until, id, by])
        .catch((error: unknown) => this.logger.warn(`${id}: could not hold on: ${String(error)}`));
    };
    const timer = setInterval(renew, RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Does it only while the job is still this one's: whoever was away too long finds it in other hands. */
  private holding<Result>(
    { id }: Job,
    by: string,
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result | null> {
    return this.database.transaction(async (tx) => {
      const [mine] = await tx.query('select id from home_import where id = ? and lease_by = ? for update', [
        id,
        by,
      ]);
      return mine === undefined ? null : work(tx);
    });
  }

  private async refuse(job: Job, by: string, refusal: string): Promise<void> {
    const refused = await this.holding(job, by, async (tx) => {
      await this.over(tx, job, 'refused');
      await tx.update(HomeImport, { id: job.id }, { refusal });
      return true;
    });
    // In other hands by now, the file is still being read there.
    if (refused === true) await this.files.remove(job);
  }

  private async over(tx: EntityManager, { id }: Job, state: HomeImportState): Promise<void> {
    await tx.update(
      HomeImport,
      { id },
      {
        ...{ state, openCommunityId: null, overAt: this.clock.now(), leaseBy: null, leaseUntil: null },
        sealedFindings: null,
      },
    );
  }

  private async letGo({ id }: Job, by: string, error: unknown): Promise<void> {
    this.logger.warn(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const later = new Date(this.clock.now().getTime() + LATER_MS);
    await this.database.query(
      'update home_import set lease_until = ?, lease_by = null where id = ? and lease_by = ?',
      [later, id, by],
    );
  }
}
