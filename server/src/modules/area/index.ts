import { Area } from './area.entity.js';
import { AreaRevision } from './area-revision.entity.js';
import { Estate } from './estate.entity.js';
import { Home } from './home.entity.js';
import { CreateAreas1764000002000 } from './migrations/1764000002000-CreateAreas.js';
import { Place } from './place.entity.js';

export type { Area } from './area.entity.js';
export { outsideEverything } from './area.errors.js';
export type { AreaKind } from './area.kinds.js';
export { AreaModule } from './area.module.js';
export {
  AreaQueries,
  type AreaRow,
  type BuildingRow,
  type CommunityRow,
  type GridRow,
} from './area.queries.js';
export { AreaService } from './area.service.js';
export { AreaLocator } from './area-locator.js';
export { LocationDto, LocationInputDto } from './dto/location.dto.js';
export { toGcj02 } from './geo/gcj02.js';
export type { Point, Polygon, Ring } from './geo/point.js';
export { PlaceService } from './place.service.js';
export { PlaceResolver, type ResolvedPlace, type WhereInput } from './place-resolver.js';

export const areaEntities = [Area, AreaRevision, Estate, Home, Place];
export const areaMigrations = [CreateAreas1764000002000];
