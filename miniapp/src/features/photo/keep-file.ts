import Taro from '@tarojs/taro';

/** The longest edge sent from a browser, pixels. The server keeps no more than this anyway. */
const LONGEST_EDGE_PX = 1920;
const JPEG_QUALITY = 0.82;

/**
 * Makes a chosen picture outlive the app. WeChat's temporary files vanish, so they are moved to where it keeps them;
 * a browser's are drawn smaller and kept as a data address. What cannot be kept is used as it is: it is still good now.
 */
export async function keepFile(path: string): Promise<string> {
  try {
    return process.env.TARO_ENV === 'h5' ? await drawSmaller(path) : await save(path);
  } catch {
    return path;
  }
}

function save(tempFilePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: reject,
    });
  });
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
      if (pen === null) return reject(new Error('this browser cannot draw'));
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      resolve(canvas.toDataURL('image/jpeg', JPEG_QUALITY));
    };
    picture.onerror = () => reject(new Error('not a picture this browser can read'));
    picture.src = path;
  });
}

/** Gives back the room of a file that is no longer wanted. */
export function forgetFile(path: string): void {
  if (process.env.TARO_ENV === 'h5') return;
  Taro.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined });
}
