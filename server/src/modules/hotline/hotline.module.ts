import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { ClockModule } from '../clock/index.js';
import { IncidentModule } from '../incident/index.js';
import { HotlineController } from './hotline.controller.js';
import { HotlineExport } from './hotline.export.js';
import { HotlineFacts } from './hotline.facts.js';
import { HotlineFollow } from './hotline.follow.js';
import { HotlineImports } from './hotline.imports.js';
import { HotlinePersonRecords } from './hotline.keeper.js';
import { OrdersOpenThere } from './hotline.open-there.js';
import { HotlineOrders } from './hotline.orders.js';
import { HotlinePlaces } from './hotline.places.js';
import { HotlineReader } from './hotline.reader.js';
import { HotlineRecords } from './hotline.records.js';
import { HotlineService } from './hotline.service.js';
import { HotlineWatch } from './hotline.watch.js';

/** Orders of the city hotline (12345): incidents that owe the outside an answer by a date. */
@Module({
  imports: [AreaModule, ClockModule, IncidentModule],
  controllers: [HotlineController],
  providers: [
    HotlinePersonRecords,
    HotlineExport,
    HotlineFacts,
    HotlineFollow,
    HotlineImports,
    HotlineOrders,
    HotlinePlaces,
    HotlineReader,
    HotlineRecords,
    HotlineService,
    HotlineWatch,
    OrdersOpenThere,
  ],
  exports: [HotlineFacts, HotlineFollow, HotlineOrders, HotlineService],
})
export class HotlineModule {}
