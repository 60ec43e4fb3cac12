import { Image } from 'antd';
import type { IncidentPhoto } from '../../api/contract';
import { useSteadyPhotos } from './useSteadyPhotos';
import './photos.css';

const STAGES = { report: '报上时', resolve: '办好后' } as const;

/** Thumbnails; a click enlarges and lets one leaf through. */
export function PhotoGallery({ photos }: { photos: IncidentPhoto[] }) {
  const { steady, forget } = useSteadyPhotos(photos);
  if (steady.length === 0) return null;
  const mixed = steady.some((p) => p.stage === 'resolve');
  return (
    <Image.PreviewGroup>
      <ul className="photos">
        {steady.map((photo, at) => (
          <li key={photo.id}>
            <Image
              src={photo.thumbUrl}
              preview={{ src: photo.url }}
              alt={`${STAGES[photo.stage]}的照片 ${at + 1}`}
              onError={() => forget(photo.id)}
            />
            {mixed && <span className="photo-stage">{STAGES[photo.stage]}</span>}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
