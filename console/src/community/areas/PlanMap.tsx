import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import type { MapFault } from '../../api/contract';
import { layGround } from '../../incidents/map/ground';
import '../../incidents/map/map.css';
import { type Chosen, drawHandles, drawPlan, type MapTools } from './draw-plan';
import type { PlanDraft } from './plan-draft';
import type { Corner, CornerRef } from './plan-shape';

interface PlanMapProps {
  draft: PlanDraft;
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

/** The community drawn from our own polygons, with the handles of what is chosen. */
export default function PlanMap(props: PlanMapProps) {
  const { draft, chosen, corner, drawing, placing, faults, look, editable } = props;
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const layers = useRef<L.LayerGroup | null>(null);
  const tools = useRef(props.tools);
  tools.current = props.tools;
  const outline = useRef(draft.community.polygon);
  outline.current = draft.community.polygon;

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
    const [ring = []] = outline.current;
    drawn.fitBounds(L.latLngBounds(ring.map(([lng, lat]) => [lat, lng])), {
      padding: [16, 16],
      animate: false,
    });
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
    const [drawn, group] = [map.current, layers.current];
    if (!drawn || !group) return;
    group.clearLayers();
    const shapes = drawPlan(group, { draft, chosen, drawing, faults }, tools);
    if (editable && chosen && !drawing && !placing)
      drawHandles(
        drawn,
        group,
        shapes,
        { draft, chosen, corner, metresPerPixel: () => metresPerPixel(drawn) },
        tools,
      );
  }, [draft, chosen, corner, drawing, placing, faults, editable]);

  useEffect(() => {
    if (look)
      map.current?.setView([look.at[1], look.at[0]], Math.max(map.current.getZoom(), 17.5), {
        animate: false,
      });
  }, [look]);

  return (
    <div className={drawing || placing ? 'map-box areas-map aiming' : 'map-box areas-map'}>
      <div ref={box} className="map" role="application" aria-label={`${draft.community.name}的地图`} />
    </div>
  );
}

function metresPerPixel(map: L.Map): number {
  const size = map.getSize();
  const from = map.containerPointToLatLng([size.x / 2, size.y / 2]);
  return from.distanceTo(map.containerPointToLatLng([size.x / 2 + 1, size.y / 2]));
}
