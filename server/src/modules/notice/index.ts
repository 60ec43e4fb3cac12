import { CreateNotices1765000008000 } from './migrations/1765000008000-CreateNotices.js';
import { TellResidentsOfNotices1765000046002 } from './migrations/1765000046002-TellResidentsOfNotices.js';
import { Notice } from './notice.entity.js';
import { NoticeActionRow } from './notice-action.entity.js';
import { NoticeRead } from './notice-read.entity.js';
import { NoticeTarget } from './notice-target.entity.js';
import { NoticeTelling } from './notice-telling.entity.js';

export { NoticeActs } from './notice.acts.js';
export { type NoticeFact, NoticeFacts } from './notice.facts.js';
export { NoticeModule } from './notice.module.js';
export { NoticeReader } from './notice.reader.js';
export { NOBODY_YET, NoticeTellings, type ToldUpTo } from './notice.tellings.js';
export { NoticeWriting } from './notice.writing.js';

export const noticeEntities = [Notice, NoticeActionRow, NoticeRead, NoticeTarget, NoticeTelling];
export const noticeMigrations = [CreateNotices1765000008000, TellResidentsOfNotices1765000046002];
