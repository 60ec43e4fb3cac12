import L from 'leaflet';
import type { CommunityMap } from '../../api/contract';
import { writeName } from './area-name';

/** The API has [lng, lat] as GeoJSON does; Leaflet wants them the other way round. */
function latLngs(polygon: number[][][]): L.LatLngTuple[][] {
  return polygon.map((ring) => ring.map(([lng = 0, lat = 0]): L.LatLngTuple => [lat, lng]));
}

/** Half the length and depth of a block as drawn, in degrees: a sign for a building, not its outline. */
const BLOCK = { lng: 0.00026, lat: 0.00011 };

/** Draws the community, its grids and its buildings, the incident's own grid standing out. Returns what should be in view. */
export function drawCommunity(map: L.Map, area: CommunityMap, gridId: string | null): L.LatLngBounds {
  const shape = (polygon: number[][][], className: string) =>
    L.polygon(latLngs(polygon), { className, interactive: false, smoothFactor: 0 });
  const ground = shape(area.community.polygon, 'map-ground').addTo(map);
  let inView = ground.getBounds();

  const grids = area.grids.toSorted((a, b) => Number(a.id === gridId) - Number(b.id === gridId));
  for (const grid of grids) shape(grid.polygon, grid.id === gridId ? 'map-grid on' : 'map-grid').addTo(map);
  for (const { location, name } of area.buildings) {
    const corner = (sign: 1 | -1): L.LatLngTuple => [
      location.lat + sign * BLOCK.lat,
      location.lng + sign * BLOCK.lng,
    ];
    L.rectangle([corner(-1), corner(1)], { className: 'map-house' })
      .bindTooltip(name, { className: 'map-tip', direction: 'top' })
      .addTo(map);
  }
  // Edges and names come last, so that no building covers them.
  for (const grid of grids) {
    const own = grid.id === gridId;
    const edge = shape(grid.polygon, own ? 'map-edge on' : 'map-edge');
    writeName(map, edge, grid.name, own);
    edge.addTo(map);
    if (own) inView = edge.getBounds();
  }
  return inView;
}
