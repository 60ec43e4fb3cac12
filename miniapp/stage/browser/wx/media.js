import { showChoices, showPicture } from '../overlays.js';
import { record } from '../record.js';
import { addressOf } from './address.js';
import { asyncCalls, WxFail } from './calls.js';
import { filePaths, getFile, isPhoneFile, putFile, putTemporary, removeFile } from './files.js';
import { need } from './permission.js';

const albumPath = 'album://';
const inAlbum = () =>
  filePaths()
    .filter((path) => path.startsWith(albumPath))
    .sort();

/** Puts pictures into the phone's album, in the order in which the person will pick them. They outlive the program. */
export function addToAlbum(files) {
  for (const { name, type, base64 } of files) {
    const place = String(1 + Number(/(\d+)/.exec(inAlbum().at(-1) ?? '0')[1])).padStart(6, '0');
    putFile(
      `${albumPath}${place}/${name}`,
      new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type }),
    );
  }
}

async function pick(count, sourceType) {
  let source = sourceType[0];
  if (sourceType.length > 1) {
    const chosen = await showChoices(['拍摄', '从手机相册选择']);
    if (chosen < 0) throw new WxFail('cancel');
    source = chosen === 0 ? 'camera' : 'album';
  }
  await need(source === 'camera' ? 'camera' : 'album');
  const paths = inAlbum().slice(0, source === 'camera' ? 1 : count);
  if (paths.length === 0) throw new WxFail('cancel');
  return paths.map((path) => {
    const blob = getFile(path);
    removeFile(path);
    const name = path.split('/').pop();
    return { tempFilePath: putTemporary(blob, /\.(\w+)$/.exec(name)?.[1] ?? 'jpg'), size: blob.size, name };
  });
}

export const mediaCalls = {
  ...asyncCalls({
    async chooseMedia({ count = 9, sourceType = ['album', 'camera'], mediaType = ['image', 'video'] } = {}) {
      if (count > 20) throw new WxFail('count exceeds 20');
      const files = await pick(count, sourceType);
      return {
        type: mediaType.length > 1 ? 'mix' : mediaType[0],
        tempFiles: files.map(({ tempFilePath, size }) => ({ tempFilePath, size, fileType: 'image' })),
      };
    },
    async chooseImage({ count = 9, sourceType = ['album', 'camera'] } = {}) {
      const files = await pick(Math.min(count, 9), sourceType);
      return {
        tempFilePaths: files.map((file) => file.tempFilePath),
        tempFiles: files.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
      };
    },
    async chooseMessageFile({ count = 9 } = {}) {
      const files = await pick(count, ['album']);
      return {
        tempFiles: files.map(({ tempFilePath, size, name }) => ({
          path: tempFilePath,
          size,
          name,
          type: 'file',
          time: 0,
        })),
      };
    },
    async getImageInfo({ src }) {
      const img = new Image();
      img.src = addressOf(src);
      try {
        await img.decode();
      } catch {
        throw new WxFail('download image failed');
      }
      const type = isPhoneFile(src) ? getFile(src).type.replace('image/', '') : 'unknown';
      return { width: img.naturalWidth, height: img.naturalHeight, path: src, type, orientation: 'up' };
    },
    previewImage({ urls = [], current }) {
      const shown = typeof current === 'number' ? urls[current] : (current ?? urls[0]);
      if (!shown) throw new WxFail('urls is empty');
      record.previews.push(shown);
      showPicture(addressOf(shown));
    },
    previewMedia({ sources = [], current = 0 }) {
      record.previews.push(sources[current]?.url);
      showPicture(addressOf(sources[current]?.url ?? ''));
    },
    async saveImageToPhotosAlbum({ filePath }) {
      await need('saveAlbum');
      record.savedPictures.push(filePath);
    },
  }),
};
