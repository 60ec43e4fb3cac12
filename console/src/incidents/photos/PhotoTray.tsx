import { ImagePlus, RotateCw, X } from 'lucide-react';
import { useRef } from 'react';
import type { usePhotoTray } from './usePhotoTray';
import './photos.css';

/** The photos of a form with how far each has gone up, and the place to add more. */
export function PhotoTray({ tray, limit }: { tray: ReturnType<typeof usePhotoTray>; limit: number }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="photo-tray">
      {tray.photos.map((photo, at) => (
        <figure key={photo.id} className={photo.status}>
          {photo.preview && (
            <img className="photo-tray-picture" src={photo.preview} alt={`要附上的照片 ${at + 1}`} />
          )}
          {photo.status === 'sending' && (
            <progress value={photo.share} max={1} aria-label={`照片 ${at + 1} 正在上传`} />
          )}
          {photo.status === 'failed' && <figcaption title={photo.failure ?? ''}>{photo.failure}</figcaption>}
          {photo.status === 'failed' && tray.canRetry(photo) && (
            <button
              type="button"
              className="photo-retry"
              aria-label={`再传一次照片 ${at + 1}`}
              onClick={() => tray.retry(photo)}
            >
              <RotateCw />
            </button>
          )}
          <button
            type="button"
            className="photo-remove"
            aria-label={`去掉照片 ${at + 1}`}
            onClick={() => tray.remove(photo.id)}
          >
            <X />
          </button>
        </figure>
      ))}
      {tray.photos.length < limit && (
        <button type="button" className="photo-add" onClick={() => input.current?.click()}>
          <ImagePlus />
          加照片
        </button>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label="加照片"
        onChange={(e) => {
          tray.add(e.target.files ?? []);
          e.target.value = '';
        }}
      />
    </div>
  );
}
