import type { MapChangesDto } from '../dto/map-edit.dto.js';
import { type Polygon, roundDegrees } from '../geo/point.js';
import type { MapChanges } from './map.draft.js';

/** What was sent, with coordinates as they are kept, so that what is checked is what is saved. What is closed is not changed besides. */
export function roundedChanges(body: MapChangesDto): MapChanges {
  const staying = <T extends { id: string }>(things: readonly T[], closed: readonly string[]) =>
    things.filter(({ id }) => !closed.includes(id));
  const { community } = body;
  const grids = staying(body.grids, body.closedGridIds);
  const estates = staying(body.estates, body.closedEstateIds);
  const buildings = staying(body.buildings, body.closedBuildingIds);
  return {
    community: community === undefined ? null : { name: community.name, polygon: rounded(community.polygon) },
    grids: grids.map(({ id, name, code, polygon }) => ({
      id,
      name,
      code: code ?? null,
      polygon: rounded(polygon),
    })),
    closedGridIds: [...new Set(body.closedGridIds)],
    estates: estates.map(({ id, name }) => ({ id, name })),
    closedEstateIds: [...new Set(body.closedEstateIds)],
    buildings: buildings.map(({ id, name, estateId, location }) => ({
      id,
      name,
      estateId,
      location: { lng: roundDegrees(location.lng), lat: roundDegrees(location.lat) },
    })),
    closedBuildingIds: [...new Set(body.closedBuildingIds)],
  };
}

function rounded(polygon: Polygon): Polygon {
  return polygon.map((ring) => ring.map(([lng, lat]) => [roundDegrees(lng), roundDegrees(lat)]));
}
