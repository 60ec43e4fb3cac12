import { LIMITS } from '@linli/shared';
import { Image, View } from '@tarojs/components';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';
import { Wrong } from '../../components/Wrong';
import { absolute } from '../../request/api-base';
import type { TrayPhoto } from './photo-tray';
import type { PhotoTray } from './usePhotoTray';

/** The pictures of a report or of what was done: each with how far it is, and a way out when it failed. */
export function PhotoTrayView({
  tray,
  addId,
  addWords,
}: {
  tray: PhotoTray;
  addId: string;
  addWords: string;
}) {
  const full = tray.photos.length >= LIMITS.photosPerIncident;
  return (
    <View className="col-s">
      <View className="tray">
        {tray.photos.map((photo, i) => (
          <Tile key={photo.id} photo={photo} number={i + 1} tray={tray} />
        ))}
        {full ? null : (
          <View
            className="tray-tile tray-add"
            id={addId}
            aria-role="button"
            role="button"
            {...pressable(() => void tray.add())}
            onClick={() => void tray.add()}
          >
            <Icon name="camera" />
            <View>{tray.photos.length === 0 ? addWords : '再拍一张'}</View>
          </View>
        )}
      </View>
      <Wrong words={tray.told ?? undefined} />
    </View>
  );
}

function Tile({ photo, number, tray }: { photo: TrayPhoto; number: number; tray: PhotoTray }) {
  const source = photo.thumbUrl ? absolute(photo.thumbUrl) : photo.path;
  const mend = () => (photo.retryable ? tray.retry(photo.id) : tray.remove(photo.id));
  return (
    <View className={`tray-tile ${photo.status === 'failed' ? 'tray-failed' : ''}`}>
      {source ? (
        <Image className="tray-image" src={source} mode="aspectFill" ariaLabel={`第 ${number} 张照片`} />
      ) : null}
      {photo.status === 'sending' ? <View className="tray-veil">正在传 {photo.percent}%</View> : null}
      {photo.status === 'failed' ? (
        <View className="tray-veil" aria-role="button" role="button" {...pressable(mend)} onClick={mend}>
          <View className="tray-reason">{photo.reason}</View>
          <View className="t2">{photo.retryable ? '再传一次' : '去掉这张'}</View>
        </View>
      ) : null}
      <View
        className="tray-remove"
        aria-role="button"
        role="button"
        aria-label={`去掉第 ${number} 张`}
        ariaLabel={`去掉第 ${number} 张`}
        {...pressable(() => tray.remove(photo.id))}
        onClick={() => tray.remove(photo.id)}
      >
        <View className="tray-cross">
          <Icon name="x" small />
        </View>
      </View>
    </View>
  );
}
