import type { IncidentAction, IncidentDifficulty, IncidentRoute, TaskAction } from '@linli/shared';
import type { Spot } from './demo-map.js';
import type { DrawingName } from './drawings/index.js';

/** One thing somebody does to an incident, so many minutes after it was reported. */
export interface PlannedStep {
  action: IncidentAction;
  afterMinutes: number;
  by: string;
  note?: string;
  photos?: DrawingName[];
  difficulty?: IncidentDifficulty;
  rating?: number;
  /** 自办 when absent. */
  route?: IncidentRoute;
  tasks?: PlannedTask[];
}

/** A part that an organisation is given, to be done so many hours later. */
export interface PlannedTask {
  organisation: string;
  hours: number;
  note: string;
  lead?: boolean;
}

/** One thing somebody does to the task of an organisation, so many minutes after the report. */
export interface PlannedTaskStep {
  /** The organisation's name. */
  task: string;
  taskAction: Extract<TaskAction, 'accept' | 'finish' | 'ask_time'>;
  afterMinutes: number;
  by: string;
  note?: string;
  /** Asks for so many hours from now. */
  hours?: number;
}

/** One incident of the demo from its report to where it stands now. */
export interface PlannedIncident {
  at: Date;
  reporter: string;
  where: { place: string } | { building: string } | { spot: Spot };
  placeNote?: string;
  category: string;
  said: string;
  photos: DrawingName[];
  /** It was spoken besides. */
  spoken?: boolean;
  steps: (PlannedStep | PlannedTaskStep)[];
}

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
const SHANGHAI_AHEAD_MS = 8 * 60 * MINUTE_MS;

/** Midnight in Shanghai at the beginning of the day `now` is in. */
export function startOfShanghaiDay(now: Date): Date {
  const ahead = now.getTime() + SHANGHAI_AHEAD_MS;
  return new Date(ahead - (ahead % DAY_MS) - SHANGHAI_AHEAD_MS);
}
