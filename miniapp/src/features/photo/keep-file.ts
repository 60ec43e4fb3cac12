import { forgetWechatFile, keepWechatFile } from '../upload/wechat-file';

/** The longest edge kept in a browser, pixels: a wall's crack still shows, and nine pictures fit its storage. */
const LONGEST_EDGE_PX = 1280;
const JPEG_QUALITY = 0.8;

/** A chosen file that is no picture this browser can read (a PDF, or an iPhone's HEIC elsewhere). */
export class NotAPicture extends Error {}

/**
 * Makes a chosen picture outlive the app. WeChat's temporary files vanish, so they are moved to where it keeps them
 * (one it cannot keep is used as it is: it is still good now); a browser's are drawn smaller and kept as a data address.
 * Throws NotAPicture in a browser that cannot draw it; in WeChat the server is the judge.
 */
export function keepFile(path: string): Promise<string> {
  return process.env.TARO_ENV === 'h5' ? drawSmaller(path) : keepWechatFile(path);
}

/** Whether a kept path still leads to the picture after the app was closed. A browser's own addresses do not. */
export function isLasting(path: string): boolean {
  return !path.startsWith('blob:');
}

function drawSmaller(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const picture = new window.Image();
    picture.onload = () => {
      const scale = Math.min(1, LONGEST_EDGE_PX / Math.max(picture.naturalWidth, picture.naturalHeight));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.naturalWidth * scale);
      canvas.height = Math.round(picture.naturalHeight * scale);
      const pen = canvas.getContext('2d');
      // A browser short of memory gives a pen that draws nothing, or an empty address.
      pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const drawn = pen === null ? '' : canvas.toDataURL('image/jpeg', JPEG_QUALITY);
      if (drawn.startsWith('data:image/jpeg')) resolve(drawn);
      else reject(new NotAPicture());
      URL.revokeObjectURL(path);
    };
    picture.onerror = () => {
      URL.revokeObjectURL(path);
      reject(new NotAPicture());
    };
    picture.src = path;
  });
}

/** Gives back the room of a file that is no longer wanted. */
export function forgetFile(path: string): void {
  if (process.env.TARO_ENV !== 'h5') forgetWechatFile(path);
}
