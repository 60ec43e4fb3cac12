import { lazy, Suspense } from 'react';
import type { IncidentCard, IncidentDetail } from '../../api/contract';
import { PhotoGallery } from '../photos/PhotoGallery';

// Leaflet is a third of this console; the list does not wait for it.
const IncidentMap = lazy(() => import('../map/IncidentMap'));

interface IncidentSideProps {
  incident: IncidentDetail;
  others: IncidentCard[];
  onGo: (id: string) => void;
}

export function IncidentSide({ incident, others, onGo }: IncidentSideProps) {
  return (
    <div className="drawer-side">
      <PhotoGallery photos={incident.photos} />
      <Suspense fallback={<div className="map-box" />}>
        <IncidentMap incident={incident} others={others} onGo={onGo} />
      </Suspense>
    </div>
  );
}
