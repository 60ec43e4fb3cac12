import type { Permission } from '@linli/shared';

/** What there is to do here, each with the permission that opens it. */
const SETTINGS_WORK = [
  'staff_group.configure',
  'clock.configure',
  'effects.inspect',
] as const satisfies Permission[];

type Held = { permissions: readonly Permission[] };

export const seesQueue = (me: Held) => me.permissions.includes('incident.queue');

export const mayConfigure = (me: Held) => SETTINGS_WORK.some((one) => me.permissions.includes(one));
