import Taro from '@tarojs/taro';

/** What the person chose, as paths on this phone; empty when they changed their mind. Throws when the phone refuses. */
export async function pickPhotos(most: number): Promise<string[]> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const chosen = await Taro.chooseMedia({
        count: most,
        mediaType: ['image'],
        sourceType: ['camera', 'album'],
        sizeType: ['compressed'],
      });
      return chosen.tempFiles.map((file) => file.tempFilePath);
    }
    const chosen = await Taro.chooseImage({ count: most, sizeType: ['compressed'], sourceType: ['camera', 'album'] });
    return chosen.tempFilePaths.slice(0, most);
  } catch (failure) {
    if (/cancel/i.test(String((failure as { errMsg?: string }).errMsg ?? failure))) return [];
    throw failure;
  }
}
