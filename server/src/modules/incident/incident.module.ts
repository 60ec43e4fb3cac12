import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { ClockModule } from '../clock/index.js';
import { PhotoModule } from '../photo/index.js';
import { IncidentActs } from './incident.acts.js';
import { IncidentCategories } from './incident.categories.js';
import { IncidentClocks } from './incident.clocks.js';
import { IncidentCompanions } from './incident.companions.js';
import { IncidentController } from './incident.controller.js';
import { IncidentFollowers } from './incident.followers.js';
import { IncidentNear } from './incident.near.js';
import { IncidentQueries } from './incident.queries.js';
import { IncidentQueue } from './incident.queue.js';
import { IncidentReader } from './incident.reader.js';
import { IncidentReports } from './incident.reports.js';
import { IncidentService } from './incident.service.js';
import { IncidentTimeline } from './incident.timeline.js';
import { IncidentWatch } from './incident.watch.js';
import { IncidentFollowController } from './incident-follow.controller.js';
import { IncidentListsController } from './incident-lists.controller.js';

/** Reports from the neighbourhood, handled in the open on a clock. */
@Module({
  imports: [AreaModule, ClockModule, PhotoModule],
  controllers: [IncidentFollowController, IncidentListsController, IncidentController],
  providers: [
    IncidentActs,
    IncidentCategories,
    IncidentClocks,
    IncidentCompanions,
    IncidentFollowers,
    IncidentNear,
    IncidentQueries,
    IncidentQueue,
    IncidentReader,
    IncidentReports,
    IncidentService,
    IncidentTimeline,
    IncidentWatch,
  ],
  exports: [IncidentService, IncidentReader, IncidentFollowers],
})
export class IncidentModule {}
