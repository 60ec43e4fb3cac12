import { Module } from '@nestjs/common';
import { AreaQueries } from './area.queries.js';
import { AreaService } from './area.service.js';
import { AreaLocator } from './area-locator.js';
import { CommunitiesController } from './communities.controller.js';
import { PlaceService } from './place.service.js';
import { PlaceResolver } from './place-resolver.js';
import { PlaceSheetsController } from './place-sheets.controller.js';
import { PlaceSheets } from './place-sheets.js';
import { PlaceSheetsReader } from './place-sheets.reader.js';
import { PlacesController } from './places.controller.js';

/** Communities, grids, buildings and places: where everything is. */
@Module({
  controllers: [CommunitiesController, PlacesController, PlaceSheetsController],
  providers: [
    AreaService,
    AreaQueries,
    AreaLocator,
    PlaceService,
    PlaceResolver,
    PlaceSheets,
    PlaceSheetsReader,
  ],
  exports: [AreaService, AreaQueries, AreaLocator, PlaceService, PlaceResolver],
})
export class AreaModule {}
