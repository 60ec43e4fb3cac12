import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ErasedFiles, type KeptRows, RowKeeper } from '../identity/index.js';
import { voiceFile } from './voice.files.js';
import type { VoiceNote } from './voice-note.entity.js';

/** What they said aloud. A voice is somebody's own: it goes, and what it said stays written down. */
@Injectable()
export class VoiceRecords extends RowKeeper {
  readonly name = 'voice';
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'voice.note', title: '录的语音', keptFor: '注销账号时删除' },
      ...{ basis: '方便不打字的人说清楚事情', table: 'voice_note', column: 'owner_person_id' },
      ...{ items: 'created_at as 录音时间, ceil(duration_ms / 1000) as 几秒', order: 'id' },
    },
  ];

  override async erase(tx: EntityManager, personId: string): Promise<ErasedFiles> {
    const notes = await tx.query<Pick<VoiceNote, 'id' | 'requestHash' | 'format'>[]>(
      'select id, request_hash as requestHash, format from voice_note where owner_person_id = ? for update',
      [personId],
    );
    // As unused ones they are found by the sweep, should nobody come to remove their files now.
    await tx.query('update voice_note set incident_id = null where owner_person_id = ?', [personId]);
    return notes.map(voiceFile);
  }
}
