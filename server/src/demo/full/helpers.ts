import type { SignedInActor } from '../../platform/auth/actor.js';
import type { DemoOrganisation } from '../demo-organisations.js';
import type { DemoAreas } from '../load-areas.js';
import type { PlannedTask } from './plan-help.js';

/** An organisation with those who answer for it. */
export interface Helper {
  organisationId: string;
  people: readonly SignedInActor[];
}

/** Who may be sent for where. */
export class Helpers {
  private readonly all: (DemoOrganisation & Helper)[] = [];

  add(organisation: DemoOrganisation, helper: Helper): void {
    this.all.push({ ...organisation, ...helper });
  }

  /** A body that is there for one estate is asked about that one only; where none is, the estate's property company is. */
  of(to: PlannedTask['to'], community: string, estateId: string | null, areas: DemoAreas): Helper {
    if (to.startsWith('department '))
      return there(
        this.all.find(({ name }) => `department ${name}` === to),
        to,
      );
    const near = this.all.filter(
      (one) =>
        one.community === community &&
        (one.serves === undefined || one.serves.some((estate) => areas.estates.get(estate) === estateId)),
    );
    return there(near.find(({ kind }) => kind === to) ?? near.find(({ kind }) => kind === 'property'), to);
  }
}

function there(helper: Helper | undefined, to: string): Helper {
  if (helper === undefined || helper.people.length === 0) throw new RangeError(`nobody helps as ${to}`);
  return helper;
}
