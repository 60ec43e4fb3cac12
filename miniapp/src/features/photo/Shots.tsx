import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { pressable } from '../../components/pressable';
import { absolute } from '../../request/api-base';

export interface Shot {
  id: string;
  url: string;
  thumbUrl: string;
  /** What it shows, for who cannot see it: 「报上时」. */
  words: string;
  /** Written on it. */
  caption: string | null;
}

/** Pictures side by side; a tap shows one large, and from there all. */
export function Shots({ shots }: { shots: Shot[] }) {
  if (shots.length === 0) return null;
  const open = (shot: Shot) =>
    void Taro.previewImage({ current: absolute(shot.url), urls: shots.map(({ url }) => absolute(url)) });
  return (
    <View className={`shots ${shots.length === 1 ? 'shots-one' : ''}`} id="photos">
      {shots.map((shot) => (
        <View
          key={shot.id}
          className="shot"
          aria-role="button"
          role="button"
          aria-label={`${shot.words}的照片，点开看大图`}
          ariaLabel={`${shot.words}的照片，点开看大图`}
          {...pressable(() => open(shot))}
          onClick={() => open(shot)}
        >
          <Image className="shot-image" src={absolute(shot.thumbUrl)} mode="aspectFill" />
          {shot.caption === null ? null : <View className="shot-words">{shot.caption}</View>}
        </View>
      ))}
    </View>
  );
}
