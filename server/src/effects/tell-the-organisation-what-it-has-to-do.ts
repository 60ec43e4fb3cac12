import type { MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { Teller } from './telling.js';

interface Line {
  kind: MessageKind;
  title: string;
  words: string;
}

/** What happened to a task → what the organisation's people read. They never learn who reported. */
const LINES: Record<string, Line> = {
  assign: { kind: 'task_assigned', title: '有一件新的事请您办', words: '请接手' },
  transfer: { kind: 'task_assigned', title: '有一件事转给您办', words: '请接手' },
  urge: { kind: 'task_changed', title: '社区在催这件事', words: '请尽快办' },
  cancel: { kind: 'task_changed', title: '这件事不用办了', words: '社区撤回了' },
  grant_time: { kind: 'task_changed', title: '同意延期', words: '社区同意了新的日期' },
  refuse_time: { kind: 'task_changed', title: '没有同意延期', words: '请按原来的日期办' },
  due_soon: { kind: 'task_changed', title: '快到时间了', words: '快到时间了' },
  overdue: { kind: 'task_changed', title: '超时了', words: '已经超时，请尽快办' },
};
const MOVED_AWAY: Line = { kind: 'task_changed', title: '这件事转给别人办了', words: '您不用再办' };

@Injectable()
export class TellTheOrganisationWhatItHasToDo extends Effect {
  readonly name = 'tell-the-organisation-what-it-has-to-do';
  readonly on = Object.keys(LINES).map((action) => `task.${action}`);

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const { incidentId, organisationId, fromOrganisationId } = event.data ?? {};
    const incident = await this.teller.incidents.of(tx, String(incidentId));
    const line = LINES[event.type.replace('task.', '')];
    if (incident === null || line === undefined) return;
    const say = async (id: string, { kind, title, words }: Line) =>
      this.teller.tell(tx, event, incident, await this.teller.peopleOf(id, event.at), {
        kind,
        title,
        body: `${incident.placeLabel}的${incident.categoryLabel}，${words}。`,
        link: { type: 'task', id: event.subjectId },
      });
    if (typeof organisationId === 'string') await say(organisationId, line);
    if (event.type === 'task.transfer' && typeof fromOrganisationId === 'string')
      await say(fromOrganisationId, { ...MOVED_AWAY });
  }
}
