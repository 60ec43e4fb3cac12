import { Image } from 'antd';
import type { IncidentPhoto } from '../../api/contract';
import { HiddenMark } from '../HiddenMark';
import './photos.css';

const STAGES = { report: '报上时', resolve: '办好后', task: '办好后' } as const;

type Picture = Pick<IncidentPhoto, 'id' | 'url' | 'thumbUrl'> &
  Partial<Pick<IncidentPhoto, 'hidden' | 'flagged'>> & { stage: keyof typeof STAGES };

/** Thumbnails; a click enlarges and lets one leaf through. */
export function PhotoGallery({ photos }: { photos: Picture[] }) {
  if (photos.length === 0) return null;
  const mixed = photos.some((p) => p.stage !== 'report');
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
            {photo.hidden && <HiddenMark flagged={photo.flagged ?? null} />}
            {mixed && <span className="photo-stage">{STAGES[photo.stage]}</span>}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
