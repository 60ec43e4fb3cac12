import { useQuery } from '@tanstack/react-query';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import type { IncidentCard, IncidentDetail } from '../../api/contract';
import { communityMapQuery } from '../useStaffCommunities';
import { drawCommunity } from './draw-community';
import { layGround } from './ground';
import { pinIcon, pinTone } from './pin';
import './map.css';

interface IncidentMapProps {
  incident: IncidentDetail;
  others: IncidentCard[];
  onGo: (id: string) => void;
}

/** Where it is, drawn from our own polygons, so that it works without the world's map. */
export default function IncidentMap({ incident, others, onGo }: IncidentMapProps) {
  const { data: area } = useQuery(communityMapQuery(incident.communityId));
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  const pins = useRef<L.LayerGroup | null>(null);

  useEffect(() => {
    if (!box.current || !area) return;
    const drawn = L.map(box.current, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false,
      zoomSnap: 0.25,
      maxZoom: 20,
    });
    layGround(drawn);
    L.control.zoom({ position: 'bottomright', zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(drawn);
    const bounds = drawCommunity(drawn, area, incident.gridId);
    if (incident.location) bounds.extend(incident.location);
    drawn.fitBounds(bounds, { padding: [8, 8], animate: false });
    pins.current = L.layerGroup().addTo(drawn);
    map.current = drawn;
    const watch = new ResizeObserver(() => drawn.invalidateSize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      drawn.remove();
      map.current = null;
    };
  }, [area, incident.gridId, incident.location?.lat, incident.location?.lng]);

  useEffect(() => {
    if (!area || !pins.current) return;
    pins.current.clearLayers();
    for (const card of others) {
      if (card.id === incident.id || !card.location) continue;
      pin(card, false)
        .on('click', () => onGo(card.id))
        .addTo(pins.current);
    }
    if (incident.location) pin(incident, true).addTo(pins.current);
  }, [area, incident, others, onGo]);

  return (
    <div className="map-box">
      <div ref={box} className="map" role="img" aria-label={`地图：${incident.placeLabel}`} />
      {!incident.location && <p className="notice map-note">这件事没有定位</p>}
    </div>
  );
}

function pin(card: IncidentCard, large: boolean): L.Marker {
  const { lat, lng } = card.location as { lat: number; lng: number };
  return L.marker([lat, lng], {
    icon: pinIcon(pinTone(card), large),
    title: card.title,
    keyboard: false,
    interactive: !large,
    zIndexOffset: large ? 1000 : 0,
  });
}
