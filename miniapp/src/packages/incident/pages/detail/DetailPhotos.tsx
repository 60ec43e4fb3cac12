import { momentWords } from '@linli/shared';
import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { pressable } from '../../../../components/pressable';
import { absolute } from '../../../../request/api-base';
import type { IncidentDetail } from '../../../../request/contract';
import { useElder } from '../../../../session/elder.store';

type Photo = IncidentDetail['photos'][number];
type Stage = Photo['stage'];

const WORDS: Record<Stage, string> = { report: '报上时', resolve: '办好后' };

/** The pictures, from when it was reported and from when it was done; a tap shows one large, and from there all. */
export function DetailPhotos({ incident, nowMs }: { incident: IncidentDetail; nowMs: number }) {
  const elder = useElder((state) => state.elder);
  if (incident.photos.length === 0) return null;
  // The good news first where one picture fills the screen.
  const stages: Stage[] = elder ? ['resolve', 'report'] : ['report', 'resolve'];
  const photos = stages.flatMap((stage) => incident.photos.filter((photo) => photo.stage === stage));
  const at: Record<Stage, string | null> = { report: incident.reportedAt, resolve: incident.resolvedAt };
  const caption = (photo: Photo) => {
    const moment = at[photo.stage];
    return elder || moment === null
      ? WORDS[photo.stage]
      : `${momentWords(moment, nowMs)} ${WORDS[photo.stage]}`;
  };
  const open = (photo: Photo) =>
    void Taro.previewImage({ current: absolute(photo.url), urls: photos.map(({ url }) => absolute(url)) });
  return (
    <View className={`shots ${photos.length === 1 ? 'shots-one' : ''}`} id="photos">
      {photos.map((photo, i) => (
        <View
          key={photo.id}
          className="shot"
          aria-role="button"
          role="button"
          aria-label={`${WORDS[photo.stage]}的照片，点开看大图`}
          ariaLabel={`${WORDS[photo.stage]}的照片，点开看大图`}
          {...pressable(() => open(photo))}
          onClick={() => open(photo)}
        >
          <Image className="shot-image" src={absolute(photo.thumbUrl)} mode="aspectFill" />
          {photo.stage === photos[i - 1]?.stage ? null : <View className="shot-words">{caption(photo)}</View>}
        </View>
      ))}
    </View>
  );
}
