import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { ContentModule } from '../content/index.js';
import { HouseholdModule } from '../household/index.js';
import { NoticeActs } from './notice.acts.js';
import { NoticeFacts } from './notice.facts.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeReader } from './notice.reader.js';
import { NoticeRecords } from './notice.records.js';
import { NoticesShownThere } from './notice.shown-there.js';
import { NoticeTellings } from './notice.tellings.js';
import { NoticeTimeline } from './notice.timeline.js';
import { NoticeWriting } from './notice.writing.js';
import { NoticesController } from './notices.controller.js';
import { NoticesInBuildings } from './notices-in-buildings.js';

/** Notices: written by a community's staff, checked, read by everybody. */
@Module({
  imports: [AreaModule, ContentModule, HouseholdModule],
  controllers: [NoticesController],
  providers: [
    NoticeRecords,
    NoticeActs,
    NoticeFacts,
    NoticeQueries,
    NoticeReader,
    NoticesInBuildings,
    NoticesShownThere,
    NoticeTellings,
    NoticeTimeline,
    NoticeWriting,
  ],
  exports: [NoticeActs, NoticeFacts, NoticeReader, NoticeTellings, NoticeWriting],
})
export class NoticeModule {}
