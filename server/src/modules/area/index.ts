import { Area } from './area.entity.js';
import { AreaRevision } from './area-revision.entity.js';
import { Estate } from './estate.entity.js';
import { AreaVersion } from './map/area-version.entity.js';
import { MapEdit } from './map/map-edit.entity.js';
import { CreateAreas1764000002000 } from './migrations/1764000002000-CreateAreas.js';
import { KeepTheMapsHistory1765000016000 } from './migrations/1765000016000-KeepTheMapsHistory.js';
import { KeepPlaceSheets1765000023000 } from './migrations/1765000023000-KeepPlaceSheets.js';
import { Place } from './place.entity.js';

export type { Area } from './area.entity.js';
export { AreaModule } from './area.module.js';
export { AreaQueries, type CommunityRow, type PartRow } from './area.queries.js';
export { areaPersonRows } from './area.records.js';
export { AreaService } from './area.service.js';
export { AreaLocator } from './area-locator.js';
export { LocationDto, LocationInputDto } from './dto/location.dto.js';
export { boxAround, distanceMetres } from './geo/distance.js';
export type { Point, Polygon } from './geo/point.js';
export { type BuildingContent, BuildingContents, type SettledBuilding } from './map/building-contents.js';
export { type ClosingPlaces, ClosingWitnesses, type LeftBehind } from './map/closing-witnesses.js';
export { GridWorkers } from './map/grid-workers.js';
export { gridAt } from './map/map.draft.js';
export { type Reading, readingIn } from './map/map.plans.js';
export { type GridFinder, type Move, RedrawWitnesses } from './map/redraw-witnesses.js';
export { PlaceService } from './place.service.js';
export { PlaceResolver, type ResolvedPlace } from './place-resolver.js';
export { AreaTies, type ClosingArea, type Tie } from './tree/area-ties.js';

export const areaEntities = [Area, AreaRevision, AreaVersion, Estate, MapEdit, Place];
export const areaMigrations = [
  CreateAreas1764000002000,
  KeepTheMapsHistory1765000016000,
  KeepPlaceSheets1765000023000,
];
