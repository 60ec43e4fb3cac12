import { randomInt } from 'node:crypto';
import { LIMITS } from '@linli/shared';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { drawCode } from '../../platform/ids/readable-code.js';
import type { ResolvedPlace } from '../area/index.js';
import type { ReportIncidentDto } from './dto/report-incident.dto.js';
import type { Incident } from './incident.entity.js';

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;
/** How far ahead of ours a phone's clock may go and still be believed. */
const PHONE_AHEAD_MS = 10 * MINUTE_MS;

/** An incident as it begins: reported, and nobody has looked at it. Its number comes last. */
export function begunIncident(
  report: Omit<ReportIncidentDto, 'photoIds'>,
  {
    place,
    reporter,
    hash,
    enteredBy,
    pinned,
    now,
  }: {
    place: ResolvedPlace;
    reporter: { id: string; name: string };
    hash: string;
    /** Who typed it in for the reporter; null when they did it themselves. */
    enteredBy: SignedInActor | null;
    pinned: Pick<Incident, 'clockPolicyId' | 'workCalendarId'>;
    now: Date;
  },
): Incident {
  const { communityId, gridId, buildingId, estateId, placeLabel, placeKnown, lng, lat } = place;
  return {
    id: report.id,
    number: '',
    ...{ communityId, gridId, buildingId, estateId, placeLabel, placeKnown, lng, lat },
    categoryCode: report.categoryCode,
    description: report.description,
    placeNote: report.placeNote || null,
    state: 'reported',
    ...{ difficulty: null, route: null, rating: null },
    reporterId: reporter.id,
    reporterName: reporter.name,
    ...{ handlerId: null, handlerName: null, resolverId: null },
    enteredById: enteredBy?.personId ?? null,
    enteredByName: enteredBy?.name ?? null,
    followCode: enteredBy === null ? null : drawCode(LIMITS.followCodeChars, randomInt),
    ...pinned,
    ...{ nextDueAt: null, nextWarnAt: null },
    reportedAt: now,
    happenedAt: believable(report.happenedAt, now),
    ...{ publishedAt: null, resolvedAt: null, closedAt: null, planDueAt: null, checkedBackAt: null },
    ...{ holdRequestedAt: null, holdRequestedBy: null, mergedIntoId: null },
    round: 1,
    openTaskCount: 0,
    escalationStep: 0,
    hiddenPieceCount: 0,
    voiceId: report.voiceId ?? null,
    ...{ voiceWords: null, voiceWordsId: null },
    requestHash: hash,
  };
}

/** A phone with a wrong clock may still report; only what it says of the time is left out. */
function believable(happenedAt: string | undefined, now: Date): Date | null {
  if (happenedAt === undefined) return null;
  const at = Date.parse(happenedAt);
  const inReach = at <= now.getTime() + PHONE_AHEAD_MS && at >= now.getTime() - YEAR_MS;
  return inReach ? new Date(at) : null;
}
