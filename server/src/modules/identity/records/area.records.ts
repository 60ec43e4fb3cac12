import { Injectable } from '@nestjs/common';
import { areaPersonRows } from '../../area/index.js';
import { RowKeeper } from './row-keeper.js';

/** What areas keep of people: they are loaded before people are, and cannot join by themselves. */
@Injectable()
export class AreaRecords extends RowKeeper {
  readonly name = 'area';
  protected readonly kept = areaPersonRows;
}
