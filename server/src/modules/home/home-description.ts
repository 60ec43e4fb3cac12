import { Injectable } from '@nestjs/common';
import type { SignedInActor } from '../../platform/auth/actor.js';
import type { DescribeHomeDto } from './dto/describe-home.dto.js';
import { Home } from './home.entity.js';
import { HomeActs } from './home-acts.js';

/** What a home is, as far as a ledger says it too: its use, its area, its title. Who owns it is another matter. */
@Injectable()
export class HomeDescription {
  constructor(private readonly acts: HomeActs) {}

  describe(actor: SignedInActor, homeId: string, body: DescribeHomeDto): Promise<void> {
    const { usage, floorArea = null, titleNumber } = body;
    return this.acts.once(actor, homeId, 'describe', body, async (tx) => {
      await tx.update(Home, { id: homeId }, { usage, floorArea, titleNumber: titleNumber || null });
    });
  }
}
