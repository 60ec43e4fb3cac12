import { Incident } from './incident.entity.js';
import { IncidentActionRow } from './incident-action.entity.js';
import { IncidentCategory } from './incident-category.entity.js';
import { IncidentFollower } from './incident-follower.entity.js';
import { CreateIncidents1764000004000 } from './migrations/1764000004000-CreateIncidents.js';
import { GiveIncidentsEveryWayToGo1765000001000 } from './migrations/1765000001000-GiveIncidentsEveryWayToGo.js';
import { CreateTasks1765000005001 } from './migrations/1765000005001-CreateTasks.js';
import { FollowIncidents1765000006000 } from './migrations/1765000006000-FollowIncidents.js';
import { FindTheUsualHelper1765000012000 } from './migrations/1765000012000-FindTheUsualHelper.js';
import { TellUnknownPlaces1765000013001 } from './migrations/1765000013001-TellUnknownPlaces.js';
import { FindAnEstatesIncidents1765000019001 } from './migrations/1765000019001-FindAnEstatesIncidents.js';
import { FindAHandlersIncidents1765000019002 } from './migrations/1765000019002-FindAHandlersIncidents.js';
import { FindWhatNobodyAskedAbout1765000021000 } from './migrations/1765000021000-FindWhatNobodyAskedAbout.js';
import { FindWhoHandedOver1765000052001 } from './migrations/1765000052001-FindWhoHandedOver.js';
import { CountWorkByItsIndex1765000072000 } from './migrations/1765000072000-CountWorkByItsIndex.js';
import { Task } from './tasks/task.entity.js';
import { TaskActionRow } from './tasks/task-action.entity.js';

export { IncidentCategories } from './incident.categories.js';
export {
  accepting,
  checkingBack,
  confirming,
  dispatching,
  disputing,
  judging,
  publishing,
  rejecting,
  resolving,
} from './incident.deeds.js';
export { type ActionFact, type IncidentFact, IncidentFacts } from './incident.facts.js';
export { IncidentHiddenPieces } from './incident.hidden-pieces.js';
export { IncidentHistory } from './incident.history.js';
export { IncidentModule } from './incident.module.js';
export { IncidentRedraw, type Misplaced } from './incident.redraw.js';
export { IncidentReports, type Reporter } from './incident.reports.js';
export { IncidentRequeue } from './incident.requeue.js';
export { IncidentService } from './incident.service.js';
export type { LivedIncident, LivedStep } from './incident.telling.js';
export { acceptingTask, askingTime, finishingTask, grantingTime, returningTask } from './tasks/task.deeds.js';
export { TaskService } from './tasks/task.service.js';

export const incidentEntities = [
  Incident,
  IncidentActionRow,
  IncidentCategory,
  IncidentFollower,
  Task,
  TaskActionRow,
];
export const incidentMigrations = [
  CreateIncidents1764000004000,
  GiveIncidentsEveryWayToGo1765000001000,
  FollowIncidents1765000006000,
  CreateTasks1765000005001,
  FindTheUsualHelper1765000012000,
  TellUnknownPlaces1765000013001,
  FindAnEstatesIncidents1765000019001,
  FindAHandlersIncidents1765000019002,
  FindWhatNobodyAskedAbout1765000021000,
  FindWhoHandedOver1765000052001,
  CountWorkByItsIndex1765000072000,
];
