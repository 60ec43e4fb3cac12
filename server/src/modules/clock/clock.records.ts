import { Injectable } from '@nestjs/common';
import { type KeptRows, OF_OFFICE, RowKeeper } from '../identity/index.js';

/** Who set limits and calendars. */
@Injectable()
export class ClockRecords extends RowKeeper {
  readonly name = 'clock';
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'clock.policy', title: '定过的时限', ...OF_OFFICE },
      ...{ table: 'clock_policy', column: 'added_by_id', name: 'added_by_name' },
      ...{ items: 'version as 版本, in_force_from as 起用时间', order: 'in_force_from, id' },
    },
    {
      ...{ kind: 'clock.calendar', title: '定过的工作日历', ...OF_OFFICE },
      ...{ table: 'work_calendar', column: 'added_by_id', name: 'added_by_name' },
      ...{ items: 'version as 版本, in_force_from as 起用时间', order: 'in_force_from, id' },
    },
  ];
}
