import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContentGate } from '../content/index.js';

/** Keeps on the incident's row how much of it is still behind the gate. */
@Injectable()
export class IncidentHiddenPieces {
  constructor(private readonly gate: ContentGate) {}

  /** Counts again after a check; the incident's lock keeps it from counting past somebody who writes or lets through. */
  async recount(tx: EntityManager, incidentId: string): Promise<void> {
    await tx.query('select id from incident where id = ? for update', [incidentId]);
    const hidden = await this.gate.hiddenCount(tx, { type: 'incident', id: incidentId });
    await tx.query('update incident set hidden_piece_count = ? where id = ?', [hidden, incidentId]);
  }
}
