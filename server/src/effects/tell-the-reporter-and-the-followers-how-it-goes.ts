import type { MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActionFact, IncidentFact } from '../modules/incident/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { momentOf, nameOf, Teller } from './telling.js';

/** `reason`: what was written to the reporter; others read it on the page, once it may be read there. */
type Words = (incident: IncidentFact, reason: string) => string;

interface Line {
  kind: MessageKind;
  /** After 「您报的事」 or 「您关注的事」. */
  title: string;
  body: Words;
}

const because = (action: ActionFact | null) => (action?.note ? `原因：${action.note}` : '');
const NO_REASON = '';

/** What happened → what those who reported or follow it read. */
const LINES: Record<string, Line> = {
  accept: {
    kind: 'incident_progress',
    title: '有人接了',
    body: (incident) => `${nameOf(incident)}，已经有人受理。`,
  },
  plan: {
    kind: 'incident_progress',
    title: '定了方案',
    body: (incident) =>
      incident.planDueAt === null
        ? `${nameOf(incident)}，已经定下办理方案。`
        : `${nameOf(incident)}，计划在 ${momentOf(incident.planDueAt)} 前办好。`,
  },
  approve_hold: {
    kind: 'incident_progress',
    title: '暂时挂起',
    body: (incident) => `${nameOf(incident)}，现在办不了，先停一停；接着办的时候会告诉您。`,
  },
  resume: {
    kind: 'incident_progress',
    title: '接着办了',
    body: (incident) => `${nameOf(incident)}，已经接着办理。`,
  },
  requeue: {
    kind: 'incident_progress',
    title: '换人办理',
    body: (incident) => `${nameOf(incident)}，换人办理，很快会有人来接。`,
  },
  reject: {
    kind: 'incident_ended',
    title: '没有受理',
    body: (incident, reason) => `${nameOf(incident)}，没有受理。${reason}`,
  },
  merge: {
    kind: 'incident_ended',
    title: '并入了另一件',
    body: (incident) => `${nameOf(incident)}，和另一件是同一件事，以后一起办。`,
  },
  resolve: {
    kind: 'incident_progress',
    title: '办好了',
    body: (incident) => `${nameOf(incident)}，工作人员说办好了，在等报的人确认。`,
  },
  confirm: {
    kind: 'incident_ended',
    title: '办结了',
    body: (incident) => `${nameOf(incident)}，已经确认办好。`,
  },
  close_silently: {
    kind: 'incident_ended',
    title: '办结了',
    body: (incident) => `${nameOf(incident)}，一直没有人说没办好，已经办结。还有问题可以再报。`,
  },
};

/** Whoever reported an incident is asked whether it is really done, as soon as somebody says so. */
const ASK_TO_CONFIRM: Line = {
  kind: 'incident_resolved',
  title: '办好了，请您确认',
  body: (incident) => `${nameOf(incident)}，工作人员说办好了。请您看一看，满意就确认，没好就告诉我们。`,
};

@Injectable()
export class TellTheReporterAndTheFollowersHowItGoes extends Effect {
  readonly name = 'tell-the-reporter-and-the-followers-how-it-goes';
  readonly on = Object.keys(LINES).map((action) => `incident.${action}`);

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const { incidents } = this.teller;
    const incident = await incidents.of(tx, event.subjectId);
    const line = LINES[event.type.replace('incident.', '')];
    if (incident === null || line === undefined) return;
    const action = await incidents.action(tx, String(event.data?.actionId));
    const say = (personIds: string[], whose: string, { kind, title, body }: Line, reason: string) =>
      this.teller.tell(tx, event, incident, personIds, {
        kind,
        title: `${whose}${title}`,
        body: body(incident, reason),
      });

    const asks = event.type === 'incident.resolve' && incident.state === 'resolved';
    await say([incident.reporterId], '您报的事', asks ? ASK_TO_CONFIRM : line, because(action));
    await say(await this.followers(tx, event, incident), '您关注的事', line, NO_REASON);
  }

  /**
   * Nobody outside the staff hears of what only staff may see, but those who reported the same thing: theirs went into this
   * one, and they stay informed.
   */
  private async followers(
    tx: EntityManager,
    event: RecordedEvent,
    incident: IncidentFact,
  ): Promise<string[]> {
    const { incidents } = this.teller;
    if (incident.visibility === 'staff') return incidents.reportersMergedInto(tx, incident.id);
    const here = await incidents.followersOf(tx, incident.id);
    if (event.type !== 'incident.merge' || incident.mergedIntoId === null) return here;
    return [...here, ...(await incidents.broughtAlong(tx, incident.mergedIntoId, event.at))];
  }
}
