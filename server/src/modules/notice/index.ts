import { CreateNotices1765000008000 } from './migrations/1765000008000-CreateNotices.js';
import { Notice } from './notice.entity.js';
import { NoticeActionRow } from './notice-action.entity.js';
import { NoticeRead } from './notice-read.entity.js';
import { NoticeTarget } from './notice-target.entity.js';

export { NoticeActs } from './notice.acts.js';
export { type NoticeFact, NoticeFacts } from './notice.facts.js';
export { NoticeModule } from './notice.module.js';
export { NoticeReader } from './notice.reader.js';
export { NoticeWriting } from './notice.writing.js';

export const noticeEntities = [Notice, NoticeActionRow, NoticeRead, NoticeTarget];
export const noticeMigrations = [CreateNotices1765000008000];
