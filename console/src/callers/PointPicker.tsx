import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import type { CommunityMap } from '../api/contract';
import { drawCommunity } from '../incidents/map/draw-community';
import { layGround } from '../incidents/map/ground';
import { pinIcon } from '../incidents/map/pin';
import '../incidents/map/map.css';

interface PointPickerProps {
  areas: CommunityMap[];
  point: { lng: number; lat: number } | null;
  onPick: (point: { lng: number; lat: number }) => void;
}

/** Our own map; where one presses, the pin stands. */
export default function PointPicker({ areas, point, onPick }: PointPickerProps) {
  const box = useRef<HTMLDivElement>(null);
  const pins = useRef<L.LayerGroup | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  // The same areas come as a new list with each drawing of the form.
  const ids = areas.map(({ community }) => community.id).join();
  const known = useRef(areas);
  known.current = areas;

  useEffect(() => {
    if (!box.current) return;
    const map = L.map(box.current, {
      attributionControl: false,
      scrollWheelZoom: false,
      zoomSnap: 0.25,
      maxZoom: 20,
    });
    layGround(map);
    const bounds = L.latLngBounds([]);
    for (const area of known.current) bounds.extend(drawCommunity(map, area, null));
    map.fitBounds(bounds, { padding: [8, 8], animate: false });
    pins.current = L.layerGroup().addTo(map);
    map.on('click', ({ latlng }) => pick.current({ lng: latlng.lng, lat: latlng.lat }));
    return () => {
      map.remove();
      pins.current = null;
    };
  }, [ids]);

  useEffect(() => {
    pins.current?.clearLayers();
    if (point && pins.current) L.marker(point, { icon: pinIcon('wait', true) }).addTo(pins.current);
  }, [point]);

  return (
    <div className="map-box caller-map">
      <div ref={box} className="map" role="application" aria-label="地图：点一下选位置" />
    </div>
  );
}
