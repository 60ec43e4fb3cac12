import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { type SignedLinkQueryDto, SignedLinks } from '../../platform/files/signed-links.js';
import { type ExportPart, PersonRecords } from '../identity/index.js';
import type { ExportLinksDto } from './dto/export.dto.js';
import { lockPerson } from './privacy.consents.js';
import { exportOver, tooManyExports } from './privacy.errors.js';
import { Gatherings } from './privacy.gatherings.js';
import { PrivacyExport } from './privacy-export.entity.js';

export const EXPORT_FORMATS = ['html', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const HOURS = 24;
const HOUR_MS = 3_600_000;
const A_DAY = 5;

export interface GatheredExport {
  at: Date;
  /** Read while they are written. They fail when whoever asked may have no more of it, so that what ends well is whole. */
  parts: AsyncIterable<ExportPart>;
  /** To be called when all of it has been written, or nobody listens any more. */
  end: () => void;
}

interface Asked {
  personId: string;
  name: string;
}

/**
 * Everything that is kept of one person, for themselves. It is gathered as its link is opened and stored nowhere: a
 * copy of a whole life on our disk would be one more thing to lose, and one in memory would be everybody's waiting.
 */
@Injectable()
export class PrivacyExports {
  private readonly links: SignedLinks;
  private readonly gatherings = new Gatherings();

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly records: PersonRecords,
  ) {
    this.links = new SignedLinks(settings, clock, 'privacy export');
  }

  async ask(actor: SignedInActor, sessionId: string, id: string): Promise<ExportLinksDto> {
    const now = this.clock.now();
    const expiresAt = await this.database.transaction(async (tx) => {
      await lockPerson(tx, actor.personId);
      const [before] = await tx.query<{ expiresAt: Date }[]>(
        'select expires_at as expiresAt from privacy_export where id = ? and person_id = ?',
        [id, actor.personId],
      );
      if (before !== undefined) return before.expiresAt;
      const [count] = await tx.query<{ many: number }[]>(
        'select count(*) as many from privacy_export where person_id = ? and asked_at > ?',
        [actor.personId, new Date(now.getTime() - HOURS * HOUR_MS)],
      );
      if (Number(count?.many ?? 0) >= A_DAY) throw tooManyExports();
      const until = new Date(now.getTime() + HOURS * HOUR_MS);
      await tx.insert(PrivacyExport, {
        id,
        personId: actor.personId,
        sessionId,
        askedAt: now,
        expiresAt: until,
      });
      await this.audit.record(tx, {
        action: 'privacy.export',
        actor: { personId: actor.personId, name: actor.name },
        subject: { type: 'person', id: actor.personId },
        aboutPersonId: actor.personId,
      });
      return until;
    });
    const link = (format: ExportFormat) =>
      `${this.settings.publicUrl}/api/privacy/exports/${id}/${format}?${this.links.query(`${id}/${format}`, HOURS)}`;
    return { html: link('html'), json: link('json'), expiresAt: expiresAt.toISOString() };
  }

  /** For whoever holds the link: they need not be signed in, and every opening is written down. One at a time. */
  async open(id: string, format: ExportFormat, link: SignedLinkQueryDto): Promise<GatheredExport> {
    if (!this.links.isGood(`${id}/${format}`, link)) throw exportOver();
    const now = this.clock.now();
    const asked = await this.whose(id, now);
    const end = this.gatherings.begin(asked.personId);
    try {
      await this.writeDown(asked, format);
      return { at: now, parts: this.gather(id, asked, now), end };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** Whoever leaves, becomes one with another or signs out while it is written gets no more of it: what follows would not be theirs, or not all. */
  private async *gather(id: string, { personId }: Asked, at: Date): AsyncGenerator<ExportPart> {
    const read = <T>(sql: string, parameters: unknown[]) => this.database.query<T>(sql, parameters);
    for (const part of this.records.export(read, personId)) {
      await this.whose(id, at);
      yield part;
    }
    await this.whose(id, at);
  }

  private async whose(id: string, at: Date): Promise<Asked> {
    const [asked] = await this.database.query<Asked>(
      `select e.person_id as personId, p.name from privacy_export e join person p on p.id = e.person_id
           join session s on s.id = e.session_id and s.ended_at is null
        where e.id = ? and e.expires_at > ? and p.erased_at is null and p.merged_into_id is null`,
      [id, at],
    );
    if (asked === undefined) throw exportOver();
    return asked;
  }

  private async writeDown(asked: Asked, format: ExportFormat): Promise<void> {
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        action: 'privacy.download',
        actor: asked,
        subject: { type: 'person', id: asked.personId },
        aboutPersonId: asked.personId,
        details: { format },
      }),
    );
  }
}
