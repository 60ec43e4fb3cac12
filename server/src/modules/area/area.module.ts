import { Module } from '@nestjs/common';
import { AreaQueries } from './area.queries.js';
import { AreaService } from './area.service.js';
import { AreaLocator } from './area-locator.js';
import { CommunitiesController } from './communities.controller.js';
import { BuildingContents } from './map/building-contents.js';
import { ClosingWitnesses } from './map/closing-witnesses.js';
import { GridWorkers } from './map/grid-workers.js';
import { MapController } from './map/map.controller.js';
import { MapDesk } from './map/map.desk.js';
import { MapEditor } from './map/map.editor.js';
import { MapPlans } from './map/map.plans.js';
import { MapWriter } from './map/map.writer.js';
import { RedrawWitnesses } from './map/redraw-witnesses.js';
import { PlaceService } from './place.service.js';
import { PlaceResolver } from './place-resolver.js';
import { PlaceSheetsController } from './place-sheets.controller.js';
import { PlaceSheets } from './place-sheets.js';
import { PlaceSheetsReader } from './place-sheets.reader.js';
import { PlacesController } from './places.controller.js';
import { AreaTies } from './tree/area-ties.js';
import { TreeController } from './tree/tree.controller.js';
import { TreeKeeper } from './tree/tree.keeper.js';
import { TreeNames } from './tree/tree.names.js';

/** Communities, grids, buildings and places: where everything is. */
@Module({
  controllers: [
    CommunitiesController,
    MapController,
    PlacesController,
    PlaceSheetsController,
    TreeController,
  ],
  providers: [
    AreaService,
    AreaTies,
    TreeKeeper,
    TreeNames,
    AreaQueries,
    AreaLocator,
    BuildingContents,
    ClosingWitnesses,
    GridWorkers,
    MapDesk,
    MapEditor,
    MapPlans,
    MapWriter,
    PlaceService,
    PlaceResolver,
    PlaceSheets,
    PlaceSheetsReader,
    RedrawWitnesses,
  ],
  exports: [
    AreaService,
    AreaTies,
    AreaQueries,
    AreaLocator,
    BuildingContents,
    ClosingWitnesses,
    GridWorkers,
    PlaceService,
    PlaceResolver,
    RedrawWitnesses,
  ],
})
export class AreaModule {}
