import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';

/** What is known of each recording (the sound itself lies in the storage), and what staff heard in it, on the incident. */
export class CreateVoiceNotes1765000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table voice_note (
      id ${ID} not null primary key,
      owner_person_id ${ID} not null,
      request_hash char(64) character set ascii collate ascii_bin not null,
      format varchar(8) character set ascii collate ascii_bin not null,
      duration_ms int unsigned not null,
      created_at datetime(3) not null,
      incident_id ${ID} null,
      unique key voice_note_incident (incident_id)
    ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`);
    await runner.query(`alter table incident
      add column voice_id ${ID} null after follow_code,
      add column voice_words varchar(200) null after voice_id,
      add column voice_words_id ${ID} null after voice_words`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table incident drop column voice_words_id, drop column voice_words, drop column voice_id',
    );
    await runner.query('drop table voice_note');
  }
}
