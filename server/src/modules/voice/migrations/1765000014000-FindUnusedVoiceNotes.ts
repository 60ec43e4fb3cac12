import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recordings that nothing was reported with are found by their age. */
export class FindUnusedVoiceNotes1765000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index voice_note_unused on voice_note (incident_id, created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index voice_note_unused on voice_note');
  }
}
