import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { ClockModule } from '../clock/index.js';
import { ContentModule } from '../content/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PhotoModule } from '../photo/index.js';
import { VoiceModule } from '../voice/index.js';
import { IncidentActs } from './incident.acts.js';
import { IncidentCategories } from './incident.categories.js';
import { IncidentClockReport } from './incident.clock-report.js';
import { IncidentClocks } from './incident.clocks.js';
import { IncidentCompanions } from './incident.companions.js';
import { IncidentController } from './incident.controller.js';
import { IncidentFacts } from './incident.facts.js';
import { IncidentFollowers } from './incident.followers.js';
import { IncidentHiddenPieces } from './incident.hidden-pieces.js';
import { IncidentHistory } from './incident.history.js';
import { IncidentNear } from './incident.near.js';
import { IncidentsOpenThere } from './incident.open-there.js';
import { IncidentQueries } from './incident.queries.js';
import { IncidentQueue } from './incident.queue.js';
import { IncidentReader } from './incident.reader.js';
import { IncidentRecords } from './incident.records.js';
import { IncidentRedraw } from './incident.redraw.js';
import { IncidentReports } from './incident.reports.js';
import { IncidentRequeue } from './incident.requeue.js';
import { IncidentService } from './incident.service.js';
import { IncidentTimeline } from './incident.timeline.js';
import { IncidentWatch } from './incident.watch.js';
import { IncidentClockReportController } from './incident-clock-report.controller.js';
import { IncidentFollowController } from './incident-follow.controller.js';
import { IncidentListsController } from './incident-lists.controller.js';
import { IncidentTasks } from './tasks/incident-tasks.js';
import { TaskActs } from './tasks/task.acts.js';
import { TaskClocks } from './tasks/task.clocks.js';
import { TaskController } from './tasks/task.controller.js';
import { TaskOverdue } from './tasks/task.overdue.js';
import { TaskQueries } from './tasks/task.queries.js';
import { TaskReader } from './tasks/task.reader.js';
import { TaskService } from './tasks/task.service.js';
import { TaskTimeline } from './tasks/task.timeline.js';
import { TaskWatch } from './tasks/task.watch.js';
import { UsualHelperController } from './tasks/usual-helper.controller.js';
import { UsualHelper } from './tasks/usual-helper.js';

/** Reports from the neighbourhood, handled in the open on a clock. */
@Module({
  imports: [AreaModule, ClockModule, ContentModule, OrganisationModule, PhotoModule, VoiceModule],
  controllers: [
    IncidentClockReportController,
    IncidentFollowController,
    IncidentListsController,
    IncidentController,
    TaskController,
    UsualHelperController,
  ],
  providers: [
    IncidentRecords,
    IncidentActs,
    IncidentCategories,
    IncidentClockReport,
    IncidentClocks,
    IncidentCompanions,
    IncidentFacts,
    IncidentFollowers,
    IncidentHiddenPieces,
    IncidentHistory,
    IncidentNear,
    IncidentQueries,
    IncidentQueue,
    IncidentReader,
    IncidentsOpenThere,
    IncidentRedraw,
    IncidentReports,
    IncidentRequeue,
    IncidentService,
    IncidentTasks,
    IncidentTimeline,
    IncidentWatch,
    TaskActs,
    TaskClocks,
    TaskOverdue,
    TaskQueries,
    TaskReader,
    TaskService,
    TaskTimeline,
    TaskWatch,
    UsualHelper,
  ],
  exports: [
    IncidentCategories,
    IncidentFacts,
    IncidentFollowers,
    IncidentHiddenPieces,
    IncidentHistory,
    IncidentReader,
    IncidentRedraw,
    IncidentReports,
    IncidentRequeue,
    IncidentService,
    TaskService,
  ],
})
export class IncidentModule {}
