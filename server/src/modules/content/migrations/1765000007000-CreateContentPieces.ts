import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';

/** Every text and picture that others might see, with what was found; what was already let through stays so. */
export class CreateContentPieces1765000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table content_piece (
      id ${ID} not null primary key,
      subject_type ${WORD} not null,
      subject_id ${ID} not null,
      kind ${WORD} not null,
      author_id ${ID} not null,
      by_staff tinyint not null,
      verdict ${WORD} not null,
      why varchar(60) null,
      words varchar(600) null,
      trace_id varchar(64) character set ascii collate ascii_bin null,
      attempts tinyint unsigned not null,
      next_at datetime(3) not null,
      let_through_at datetime(3) null,
      let_through_by ${ID} null,
      key content_piece_subject (subject_type, subject_id),
      key content_piece_waiting (verdict, next_at),
      key content_piece_trace (trace_id)
    ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`);
    await runner.query(
      'alter table incident add column hidden_piece_count smallint unsigned not null default 0',
    );
    await runner.query(`insert into content_piece
        (id, subject_type, subject_id, kind, author_id, by_staff, verdict, attempts, next_at, let_through_at)
      select a.id, 'incident', a.incident_id, 'text', a.actor_person_id, 0, 'review', 0, a.at, i.published_at
        from incident_action a join incident i on i.id = a.incident_id
       where a.actor_person_id is not null and (a.note is not null or a.action = 'report')`);
    await runner.query(`insert into content_piece
        (id, subject_type, subject_id, kind, author_id, by_staff, verdict, attempts, next_at, let_through_at)
      select p.id, 'incident', p.claimed_by_id, 'image', p.owner_person_id, 0, 'review', 0, p.created_at, i.published_at
        from photo p join incident i on i.id = p.claimed_by_id where p.claimed_by_type = 'incident'`);
    await runner.query(`update incident i set hidden_piece_count =
      (select count(*) from content_piece c where c.subject_id = i.id and c.let_through_at is null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop column hidden_piece_count');
    await runner.query('drop table content_piece');
  }
}
