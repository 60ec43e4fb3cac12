import { DeadDeliveries } from './DeadDeliveries';
import { DeadEvents } from './DeadEvents';

/** What was owed and could not be done in all its tries: to be looked at, and done again once the reason is gone. */
export function DeliveriesPage() {
  return (
    <>
      <DeadDeliveries />
      <DeadEvents />
    </>
  );
}
