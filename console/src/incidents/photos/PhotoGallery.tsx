import { Image } from 'antd';
import type { IncidentPhoto } from '../../api/contract';
import './photos.css';

const STAGES = { report: '报上时', resolve: '办好后' } as const;

/** Thumbnails; a click enlarges and lets one leaf through. */
export function PhotoGallery({ photos }: { photos: IncidentPhoto[] }) {
  if (photos.length === 0) return null;
  const mixed = photos.some((p) => p.stage === 'resolve');
  return (
    <Image.PreviewGroup>
      <ul className="photos">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <Image
              src={photo.thumbUrl}
              preview={{ src: photo.url }}
              alt={`${STAGES[photo.stage]}的照片 ${at + 1}`}
            />
            {mixed && <span className="photo-stage">{STAGES[photo.stage]}</span>}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
