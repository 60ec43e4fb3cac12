import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { nameOf, Teller } from './telling.js';

/** What an organisation did with its task → what the incident's handler reads. */
const LINES: Record<string, { title: string; words: string }> = {
  return: { title: '任务退回来了', words: '协办的单位退回了任务，请另作安排' },
  finish: { title: '任务办好了', words: '协办的单位说办好了' },
  ask_time: { title: '有单位申请延期', words: '协办的单位申请延期，请批一下' },
  overdue: { title: '任务超时了', words: '协办的单位还没办好，已经超时' },
};

@Injectable()
export class TellTheHandlerHowATaskGoes extends Effect {
  readonly name = 'tell-the-handler-how-a-task-goes';
  readonly on = Object.keys(LINES).map((action) => `task.${action}`);

  constructor(private readonly teller: Teller) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const incident = await this.teller.incidents.of(tx, String(event.data?.incidentId));
    const line = LINES[event.type.replace('task.', '')];
    if (incident === null || line === undefined) return;
    const personIds = [...(await this.teller.handlerOf(incident, event.at))];
    // A grid worker may not grant more time, so those who may hear of it too.
    if (event.type === 'task.ask_time')
      personIds.push(...(await this.teller.communityWorkers(incident, event.at)));
    await this.teller.tell(tx, event, incident, personIds, {
      kind: 'task_answered',
      title: line.title,
      body: `${nameOf(incident)}，${line.words}。`,
    });
  }
}
