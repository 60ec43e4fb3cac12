import { readFile, rm, writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type ByteRange, FileStorage, type StoredFile } from '../../platform/files/file-storage.js';
import type { ReceivedFile } from '../../platform/files/file-upload.js';
import { UnusedUploads } from '../../platform/files/unused-uploads.js';
import { recordOnce, sameUpload } from '../../platform/files/uploaded-once.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { voiceNotFound, voiceNotUsable } from './voice.errors.js';
import { voiceFile } from './voice.files.js';
import { listenTo } from './voice.listening.js';
import { VoiceNote } from './voice-note.entity.js';

const COLUMNS = `id, owner_person_id as ownerPersonId, request_hash as requestHash, format, duration_ms as durationMs,
  created_at as createdAt, incident_id as incidentId`;

/** Of unused recordings, so many are taken away in one go. */
const AT_ONCE = 100;

@Injectable()
export class VoiceService {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    private readonly clock: Clock,
    unused: UnusedUploads,
  ) {
    unused.watch((before) => this.takeAwayUnused(before));
  }

  /** Makes a stored recording of an uploaded file. The same file under the same id again is the first result. */
  async add(ownerPersonId: string, { id, requestHash, path }: ReceivedFile): Promise<VoiceNote> {
    const before = await this.find(id);
    if (before !== null) return sameUpload(before, { id, ownerPersonId, requestHash });
    const { format, durationMs, bytes } = listenTo(await readFile(path));
    const createdAt = this.clock.now();
    const note: VoiceNote = {
      id,
      ownerPersonId,
      requestHash,
      format,
      durationMs,
      createdAt,
      incidentId: null,
    };
    const scratch = await this.storage.scratchPath();
    try {
      await writeFile(scratch, bytes);
      await this.storage.keep(voiceFile(note), scratch);
    } finally {
      await rm(scratch, { force: true });
    }
    return recordOnce(note, {
      insert: () => this.database.transaction((tx) => tx.getRepository(VoiceNote).insert(note)),
      find: () => this.find(id),
      discard: () => this.storage.remove(voiceFile(note)),
    });
  }

  /** Gives the owner's fresh recording to an incident, once. */
  async claim(tx: EntityManager, id: string, ownerPersonId: string, incidentId: string): Promise<void> {
    const notes = tx.getRepository(VoiceNote);
    const note = await notes.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (note === null || note.ownerPersonId !== ownerPersonId || note.incidentId !== null)
      throw voiceNotUsable();
    await notes.update({ id }, { incidentId });
  }

  /** The files go first: whoever is killed in between leaves a row behind, by which the next one finds them again. */
  private takeAwayUnused(before: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const notes: VoiceNote[] = await tx.query(
        `select ${COLUMNS} from voice_note
          where incident_id is null and created_at < ? order by created_at limit ? for update`,
        [before, AT_ONCE],
      );
      for (const note of notes) await this.storage.remove(voiceFile(note));
      if (notes.length > 0)
        await tx.query('delete from voice_note where id in (?)', [notes.map(({ id }) => id)]);
      return notes.length;
    });
  }

  async find(id: string): Promise<VoiceNote | null> {
    if (!isUuidV7(id)) return null;
    const [row] = await this.database.query<VoiceNote>(`select ${COLUMNS} from voice_note where id = ?`, [
      id,
    ]);
    return row ?? null;
  }

  /** The file, or the part of it that was asked for, once the size is known. */
  async open(note: VoiceNote, part: (bytes: number) => ByteRange | null): Promise<StoredFile> {
    const file = await this.storage.open(voiceFile(note), part);
    if (file === null) throw voiceNotFound();
    return file;
  }
}
