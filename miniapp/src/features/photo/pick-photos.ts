import Taro from '@tarojs/taro';

const IN_A_PHONE = /Mobi|Android|iPhone|iPad/;

/** What the person chose, as paths on this phone; empty when they changed their mind. Throws when the phone refuses. */
export async function pickPhotos(most: number): Promise<string[]> {
  try {
    return process.env.TARO_ENV === 'h5' ? await pickInBrowser(most) : await pickInWechat(most);
  } catch (failure) {
    if (/cancel/i.test(String((failure as { errMsg?: string }).errMsg ?? failure))) return [];
    throw failure;
  }
}

async function pickInWechat(count: number): Promise<string[]> {
  const chosen = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: ['camera', 'album'],
    sizeType: ['compressed'],
  });
  return chosen.tempFiles.map((file) => file.tempFilePath);
}

/**
 * Taro's own picker leaves out, without a word, whatever is no picture; this one gives everything that was chosen.
 * Some phones offer only the album for a plain file field, so camera or album is asked first there.
 */
async function pickInBrowser(most: number): Promise<string[]> {
  let camera = false;
  if (IN_A_PHONE.test(navigator.userAgent)) {
    const { tapIndex } = await Taro.showActionSheet({ itemList: ['拍一张', '从相册选'] });
    camera = tapIndex === 0;
  }
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = 'image/*';
    field.multiple = most > 1 && !camera;
    if (camera) field.setAttribute('capture', 'environment');
    // Out of sight, but in the page: some browsers open nothing for a field that is not.
    field.hidden = true;
    document.body.appendChild(field);
    const finish = (files: File[]) => {
      field.remove();
      resolve(files.map((file) => URL.createObjectURL(file)));
    };
    field.onchange = () => finish(Array.from(field.files ?? []));
    field.oncancel = () => finish([]);
    field.click();
  });
}
