import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import type { MapFault, MapPlan } from '../../api/contract';
import { layGround } from '../../incidents/map/ground';
import '../../incidents/map/map.css';
import { type Chosen, drawHandles, drawPlan, type MapTools } from './draw-plan';
import type { PlanDraft } from './plan-draft';
import type { Corner, CornerRef } from './plan-shape';

interface PlanMapProps {
  draft: PlanDraft;
  neighbours: MapPlan['neighbours'];
  chosen: Chosen | null;
  corner: CornerRef | null;
  /** Corners clicked so far of an outline that is being drawn; null: none is. */
  drawing: Corner[] | null;
  placing: boolean;
  faults: readonly MapFault[];
  /** Where to look; a new object looks again. */
  look: { at: Corner } | null;
  editable: boolean;
  tools: MapTools;
}

const CHINA = { middle: [35, 105] as [number, number], zoom: 4 };

/** The community drawn from our own polygons, with the handles of what is chosen. */
export default function PlanMap(props: PlanMapProps) {
  const { draft, neighbours, chosen, corner, drawing, placing, faults, look, editable } = props;
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const layers = useRef<L.LayerGroup | null>(null);
  const tools = useRef(props.tools);
  tools.current = props.tools;
  const shown = useRef<L.LatLngBounds | null>(null);
  shown.current = whereToLook(draft, neighbours);
  const aiming = drawing !== null || placing;
  const bounded = draft.community.polygon.length > 0;

  useEffect(() => {
    if (!box.current) return;
    const drawn = L.map(box.current, {
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0.25,
      maxZoom: 22,
      doubleClickZoom: false,
    });
    layGround(drawn);
    L.control.zoom({ position: 'bottomright', zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(drawn);
    if (shown.current) drawn.fitBounds(shown.current, { padding: [16, 16], animate: false });
    else drawn.setView(CHINA.middle, CHINA.zoom, { animate: false });
    drawn.on('click', ({ latlng }) =>
      tools.current.onGround([latlng.lng, latlng.lat], metresPerPixel(drawn)),
    );
    layers.current = L.layerGroup().addTo(drawn);
    map.current = drawn;
    const watch = new ResizeObserver(() => drawn.invalidateSize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      drawn.remove();
      map.current = null;
      layers.current = null;
    };
  }, []);

  useEffect(() => {
    // An outline that has just come from a file may lie anywhere.
    if (bounded && shown.current)
      map.current?.fitBounds(shown.current, { padding: [16, 16], animate: false });
  }, [bounded]);

  useEffect(() => {
    const [drawn, group] = [map.current, layers.current];
    if (!drawn || !group) return;
    group.clearLayers();
    const shapes = drawPlan(drawn, group, { draft, neighbours, chosen, drawing, aiming, faults }, tools);
    if (editable && chosen && !aiming)
      drawHandles(
        drawn,
        group,
        shapes,
        { draft, chosen, corner, metresPerPixel: () => metresPerPixel(drawn) },
        tools,
      );
  }, [draft, neighbours, chosen, corner, drawing, aiming, faults, editable]);

  useEffect(() => {
    if (look)
      map.current?.setView([look.at[1], look.at[0]], Math.max(map.current.getZoom(), 17.5), {
        animate: false,
      });
  }, [look]);

  return (
    <div className={aiming ? 'map-box areas-map aiming' : 'map-box areas-map'}>
      <div ref={box} className="map" role="application" aria-label={`${draft.community.name}的地图`} />
    </div>
  );
}

function metresPerPixel(map: L.Map): number {
  const size = map.getSize();
  const from = map.containerPointToLatLng([size.x / 2, size.y / 2]);
  return from.distanceTo(map.containerPointToLatLng([size.x / 2 + 1, size.y / 2]));
}

/** The community; while it has no outline, its subdistrict's others, else whoever may be around it. */
function whereToLook({ community }: PlanDraft, neighbours: MapPlan['neighbours']): L.LatLngBounds | null {
  const beside = neighbours.filter(({ subdistrictName }) => subdistrictName === null);
  const around = beside.length > 0 ? beside : neighbours;
  const rings = community.polygon.length > 0 ? community.polygon : around.flatMap(({ polygon }) => polygon);
  const corners = rings.flat().map(([lng = 0, lat = 0]): L.LatLngTuple => [lat, lng]);
  return corners.length > 0 ? L.latLngBounds(corners) : null;
}
