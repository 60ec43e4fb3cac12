import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStorage, type StoredFile } from '../../platform/files/file-storage.js';
import { UnusedUploads } from '../../platform/files/unused-uploads.js';
import { recordOnce, sameUpload, type UploadedOnce } from '../../platform/files/uploaded-once.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { Photo } from './photo.entity.js';
import { photoNotFound, photoNotUsable } from './photo.errors.js';
import { PhotoProcessing } from './photo.processing.js';
import { PHOTO_VARIANTS, type PhotoVariant, photoFile } from './photo.storage.js';

export interface NewPhoto extends UploadedOnce {
  /** The file as it was sent, on the local disk; the caller removes it. */
  source: string;
}

export interface PhotoSubject {
  type: string;
  id: string;
  stage: string;
}

export interface ClaimedPhoto {
  id: string;
  subjectId: string;
  stage: string;
  width: number;
  height: number;
}

/** Of unused photos, so many are taken away in one go. */
const AT_ONCE = 100;

const CLAIMED_COLUMNS = 'id, claimed_by_id as subjectId, stage, width, height';

@Injectable()
export class PhotoService {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    private readonly processing: PhotoProcessing,
    private readonly clock: Clock,
    unused: UnusedUploads,
  ) {
    unused.watch((before) => this.takeAwayUnused(before));
  }

  /** Makes a stored photo of an uploaded file. The same file under the same id again is the first result. */
  async add(photo: NewPhoto): Promise<Photo> {
    const before = await this.find(photo.id);
    if (before !== null) return sameUpload(before, photo);
    const [full, thumb] = [await this.storage.scratchPath(), await this.storage.scratchPath()];
    try {
      const size = await this.processing.process(photo.source, full, thumb);
      await this.storage.keep(photoFile(photo, 'full'), full);
      await this.storage.keep(photoFile(photo, 'thumb'), thumb);
      return await this.record(photo, size);
    } finally {
      await Promise.all([rm(full, { force: true }), rm(thumb, { force: true })]);
    }
  }

  /** Gives the owner's fresh photos to a subject, in this order; all of them or none. */
  async claim(
    tx: EntityManager,
    photoIds: string[],
    ownerPersonId: string,
    subject: PhotoSubject,
  ): Promise<void> {
    if (photoIds.length === 0) return;
    const repository = tx.getRepository(Photo);
    // In id order, so that two claims of the same photos wait for each other instead of locking each other out.
    const rows = await repository.find({
      where: { id: In(photoIds) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const usable = rows.filter((row) => row.ownerPersonId === ownerPersonId && row.claimedById === null);
    if (usable.length !== photoIds.length) throw photoNotUsable();
    for (const row of usable) {
      await repository.update(
        { id: row.id },
        {
          claimedByType: subject.type,
          claimedById: subject.id,
          stage: subject.stage,
          sort: photoIds.indexOf(row.id),
        },
      );
    }
  }

  /** The photos of these subjects, in their claimers' order. */
  async ofSubjects(type: string, subjectIds: string[]): Promise<ClaimedPhoto[]> {
    if (subjectIds.length === 0) return [];
    return this.database.query<ClaimedPhoto>(
      `select ${CLAIMED_COLUMNS} from photo
       where claimed_by_id in (?) and claimed_by_type = ? order by claimed_by_id, stage, sort`,
      [subjectIds, type],
    );
  }

  /** Only the first photo of each stage of these subjects: enough for a list. */
  async coversOf(type: string, subjectIds: string[]): Promise<ClaimedPhoto[]> {
    if (subjectIds.length === 0) return [];
    return this.database.query<ClaimedPhoto>(
      `select ${CLAIMED_COLUMNS} from photo
       where claimed_by_id in (?) and claimed_by_type = ? and sort = 0 order by claimed_by_id, stage`,
      [subjectIds, type],
    );
  }

  async open(id: string, variant: PhotoVariant): Promise<StoredFile> {
    const photo = await this.find(id);
    const file = photo === null ? null : await this.storage.open(photoFile(photo, variant));
    if (file === null) throw photoNotFound();
    return file;
  }

  /** The files go first: whoever is killed in between leaves a row behind, by which the next one finds them again. */
  private takeAwayUnused(before: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows: Pick<Photo, 'id' | 'requestHash'>[] = await tx.query(
        `select id, request_hash as requestHash from photo
          where claimed_by_id is null and created_at < ? order by created_at limit ? for update`,
        [before, AT_ONCE],
      );
      for (const row of rows) await this.removeFiles(row);
      if (rows.length > 0) await tx.query('delete from photo where id in (?)', [rows.map(({ id }) => id)]);
      return rows.length;
    });
  }

  private async removeFiles(photo: Pick<Photo, 'id' | 'requestHash'>): Promise<void> {
    await Promise.all(PHOTO_VARIANTS.map((variant) => this.storage.remove(photoFile(photo, variant))));
  }

  private record(photo: NewPhoto, size: { width: number; height: number }): Promise<Photo> {
    const row: Photo = {
      id: photo.id,
      ownerPersonId: photo.ownerPersonId,
      requestHash: photo.requestHash,
      ...size,
      createdAt: this.clock.now(),
      claimedByType: null,
      claimedById: null,
      stage: null,
      sort: 0,
    };
    return recordOnce(row, {
      insert: () => this.database.transaction((tx) => tx.getRepository(Photo).insert(row)),
      find: () => this.find(photo.id),
      discard: () => this.removeFiles(photo),
    });
  }

  private async find(id: string): Promise<Photo | null> {
    if (!isUuidV7(id)) return null;
    const rows = await this.database.query<Photo>(
      `select id, owner_person_id as ownerPersonId, request_hash as requestHash, width, height,
         created_at as createdAt, claimed_by_type as claimedByType, claimed_by_id as claimedById, stage, sort
       from photo where id = ?`,
      [id],
    );
    return rows[0] ?? null;
  }
}
