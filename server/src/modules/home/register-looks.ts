import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { AreaQueries } from '../area/index.js';
import { type HomeRow, homeLabel } from './home.queries.js';

interface ShownOwner {
  id: string;
  personId: string | null;
}

/** Keeps who looked at whose title, before it is shown to them. */
@Injectable()
export class RegisterLooks {
  constructor(
    private readonly audit: AuditTrail,
    private readonly areas: AreaQueries,
  ) {}

  /** One home with its owners: the look at the home, and at each owner whom we know, who reads of it in their own records. */
  async atHome(actor: SignedInActor, home: HomeRow, owners: readonly ShownOwner[]): Promise<void> {
    const { id, communityId } = home;
    const look = { actor: { personId: actor.personId, name: actor.name }, communityId };
    const label = homeLabel(home);
    await this.audit.recordRead({ ...look, action: 'home.read', subject: { type: 'home', id, label } });
    const known = new Map(owners.flatMap((owner) => (owner.personId ? [[owner.personId, owner.id]] : [])));
    known.delete(actor.personId);
    for (const [aboutPersonId, ownerId] of known)
      await this.audit.recordRead({
        ...{ ...look, action: 'home_owner.read', aboutPersonId, details: { homeId: id } },
        subject: { type: 'home_owner', id: ownerId, label },
      });
  }

  /** The list shows the names of a whole page: that it was gone through is kept, not each line of it. */
  async atList(actor: SignedInActor, communityId: string): Promise<void> {
    const label = (await this.areas.names([communityId])).get(communityId);
    await this.audit.recordRead({
      ...{ action: 'home.read_list', communityId },
      actor: { personId: actor.personId, name: actor.name },
      subject: { type: 'area', id: communityId, ...(label === undefined ? {} : { label }) },
    });
  }
}
