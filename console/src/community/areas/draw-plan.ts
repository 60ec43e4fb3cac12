import L from 'leaflet';
import type { MapFault, MapPlan } from '../../api/contract';
import { writeName } from '../../incidents/map/area-name';
import type { PlanDraft } from './plan-draft';
import { type Corner, type CornerRef, cornerAt, type Outline, openRings } from './plan-shape';

/** What of the plan is being looked at. */
export interface Chosen {
  kind: 'community' | 'grid' | 'estate' | 'building';
  id: string;
}

/** What pressing and dragging on the map means to whoever holds the draft. */
export interface MapTools {
  onGround: (at: Corner, metresPerPixel: number) => void;
  onChoose: (chosen: Chosen) => void;
  onCorner: (corner: CornerRef) => void;
  /** The plan as it would be with this corner here; it is not kept. */
  withCorner: (ref: CornerRef, to: Corner, metresPerPixel: number) => PlanDraft;
  onMoveCorner: (ref: CornerRef, to: Corner, metresPerPixel: number) => void;
  onInsert: (ref: CornerRef, at: Corner) => void;
  onMoveBuilding: (id: string, to: Corner) => void;
}

interface Drawn {
  draft: PlanDraft;
  neighbours: MapPlan['neighbours'];
  chosen: Chosen | null;
  drawing: Corner[] | null;
  /** Whether a press on the map draws: then a house is ground like any other. */
  aiming: boolean;
  faults: readonly MapFault[];
}

const HOUSE = { lng: 0.00012, lat: 0.00008 };

function latLngs(polygon: Outline): L.LatLngTuple[][] {
  return polygon.map((ring) => ring.map(([lng, lat]): L.LatLngTuple => [lat, lng]));
}

/** Draws everything but the handles, and gives back the outlines by id so that they can follow a corner being dragged. */
export function drawPlan(
  map: L.Map,
  group: L.LayerGroup,
  { draft, neighbours, chosen, drawing, aiming, faults }: Drawn,
  tools: { current: MapTools },
): Map<string, L.Polygon[]> {
  const shapes = new Map<string, L.Polygon[]>();
  const shape = (
    id: string,
    polygon: Outline,
    className: string,
    { interactive = false, name = '' } = {},
  ) => {
    const drawn = L.polygon(latLngs(polygon), {
      className,
      interactive,
      smoothFactor: 0,
      bubblingMouseEvents: true,
    });
    if (name) writeName(map, drawn, name, className.endsWith(' on'));
    drawn.addTo(group);
    shapes.set(id, [...(shapes.get(id) ?? []), drawn]);
    return drawn;
  };
  const { community, grids, estates, buildings } = draft;
  const on = (kind: Chosen['kind'], id: string) => chosen?.kind === kind && chosen.id === id;
  for (const { name, subdistrictName, polygon } of neighbours) {
    const beside = L.polygon(latLngs(openRings(polygon)), {
      className: 'map-neighbour',
      interactive: false,
      smoothFactor: 0,
    });
    writeName(map, beside, [subdistrictName, name].filter(Boolean).join(' '));
    beside.addTo(group);
  }
  shape(community.id, community.polygon, 'map-outside');
  for (const grid of grids) {
    shape(grid.id, grid.polygon, on('grid', grid.id) ? 'map-grid on' : 'map-grid', { interactive: true }).on(
      'click',
      () => tools.current.onChoose({ kind: 'grid', id: grid.id }),
    );
  }
  const estateName = new Map(estates.map(({ id, name }) => [id, name]));
  for (const { id, name, estateId, location } of buildings) {
    if (location === null) continue;
    const corner = (sign: 1 | -1): L.LatLngTuple => [
      location.lat + sign * HOUSE.lat,
      location.lng + sign * HOUSE.lng,
    ];
    const marked = on('building', id) || on('estate', estateId);
    L.rectangle([corner(-1), corner(1)], {
      className: marked ? 'map-house on' : 'map-house',
      interactive: !aiming,
    })
      .bindTooltip(`${estateName.get(estateId) ?? ''} ${name}`, { className: 'map-tip', direction: 'top' })
      .on('click', (event) => {
        // Not the ground's.
        L.DomEvent.stop(event);
        tools.current.onChoose({ kind: 'building', id });
      })
      .addTo(group);
  }
  shape(community.id, community.polygon, on('community', community.id) ? 'map-edge on' : 'map-edge');
  for (const grid of grids) {
    const own = on('grid', grid.id);
    shape(grid.id, grid.polygon, own ? 'map-edge on' : 'map-edge', { name: grid.name });
  }
  for (const { shapes: wrong, at } of faults) {
    for (const ring of wrong) {
      const points = ring.map(([lng = 0, lat = 0]): L.LatLngTuple => [lat, lng]);
      // Ground in common may be a centimetre wide; smoothed it would be gone.
      if (points.length > 2)
        L.polygon(points, { className: 'map-fault', interactive: false, smoothFactor: 0 }).addTo(group);
      else L.polyline(points, { className: 'map-fault line', interactive: false }).addTo(group);
    }
    if (at)
      L.circleMarker([at[1] ?? 0, at[0] ?? 0], {
        className: 'map-fault spot',
        radius: 9,
        interactive: false,
      }).addTo(group);
  }
  if (drawing && drawing.length > 0) {
    const points = drawing.map(([lng, lat]): L.LatLngTuple => [lat, lng]);
    L.polyline(points, { className: 'map-edge on', interactive: false }).addTo(group);
    for (const point of points)
      L.circleMarker(point, { className: 'map-corner', radius: 5, interactive: false }).addTo(group);
  }
  return shapes;
}

interface Handled {
  draft: PlanDraft;
  chosen: Chosen;
  corner: CornerRef | null;
  metresPerPixel: () => number;
}

/** The corners of the chosen outline to be dragged, and between them spots that make a new one. */
export function drawHandles(
  map: L.Map,
  group: L.LayerGroup,
  shapes: ReadonlyMap<string, L.Polygon[]>,
  { draft, chosen, corner, metresPerPixel }: Handled,
  tools: { current: MapTools },
): void {
  if (chosen.kind === 'building') drawBuildingHandle(group, draft, chosen.id, tools);
  const area = chosen.kind === 'community' ? draft.community : draft.grids.find(({ id }) => id === chosen.id);
  for (const [ring, corners] of (area?.polygon ?? []).entries()) {
    for (const [at, from] of corners.entries()) {
      const ref = { ring, at };
      const active = corner?.ring === ring && corner.at === at;
      handle(from, active ? 'map-handle on' : 'map-handle', `角 ${at + 1}`)
        .on('click', (event) => {
          L.DomEvent.stop(event);
          tools.current.onCorner(ref);
        })
        .on('drag', ({ target }) => {
          const there = spotOf(target);
          const next = tools.current.withCorner(ref, there, metresPerPixel());
          for (const one of [next.community, ...next.grids])
            for (const layer of shapes.get(one.id) ?? []) layer.setLatLngs(latLngs(one.polygon));
        })
        .on('dragend', ({ target }) => tools.current.onMoveCorner(ref, spotOf(target), metresPerPixel()))
        .addTo(group);
      const to = cornerAt(area?.polygon ?? [], { ring, at: (at + 1) % corners.length }) ?? from;
      const middle: Corner = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      if (
        map
          .latLngToContainerPoint([from[1], from[0]])
          .distanceTo(map.latLngToContainerPoint([to[1], to[0]])) < 48
      )
        continue;
      handle(middle, 'map-handle between', '在这里加一个角', false)
        .on('click', (event) => {
          L.DomEvent.stop(event);
          tools.current.onInsert(ref, middle);
        })
        .addTo(group);
    }
  }
}

function drawBuildingHandle(
  group: L.LayerGroup,
  draft: PlanDraft,
  id: string,
  tools: { current: MapTools },
): void {
  const building = draft.buildings.find((one) => one.id === id);
  if (!building?.location) return;
  handle([building.location.lng, building.location.lat], 'map-handle on', building.name)
    .on('dragend', ({ target }) => tools.current.onMoveBuilding(id, spotOf(target)))
    .addTo(group);
}

function handle([lng, lat]: Corner, className: string, title: string, draggable = true): L.Marker {
  return L.marker([lat, lng], {
    icon: L.divIcon({ className, iconSize: undefined }),
    draggable,
    keyboard: false,
    title,
    zIndexOffset: className.includes('between') ? 0 : 1000,
  });
}

function spotOf(marker: L.Marker): Corner {
  const { lng, lat } = marker.getLatLng();
  return [lng, lat];
}
