import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncidentHiddenPieces } from '../modules/incident/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';

/** What a check found nothing in is no longer waiting for a person. */
@Injectable()
export class CountWhatIsHiddenWhenContentIsChecked extends Effect {
  readonly name = 'count-what-is-hidden-when-content-is-checked';
  readonly on = ['content.checked'];

  constructor(private readonly hiddenPieces: IncidentHiddenPieces) {
    super();
  }

  run(tx: EntityManager, { subjectId }: RecordedEvent): Promise<void> {
    return this.hiddenPieces.recount(tx, subjectId);
  }
}
