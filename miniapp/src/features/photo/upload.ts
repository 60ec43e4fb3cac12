import Taro from '@tarojs/taro';
import { apiBase } from '../../request/api-base';
import { freshAccessToken, renewSession } from '../../request/call';
import type { Photo } from '../../request/contract';
import { offlineRefusal, Refusal, refusalFrom } from '../../request/refusal';

/**
 * Sends one picture. The id is the phone's: sending the same picture again after a lost answer gives the same photo.
 * @param onProgress 0 to 100
 */
export async function uploadPhoto(id: string, filePath: string, onProgress: (percent: number) => void): Promise<Photo> {
  const accessToken = await freshAccessToken();
  try {
    return await once(id, filePath, accessToken, onProgress);
  } catch (error) {
    const stale = error instanceof Refusal && error.problem.status === 401 && accessToken !== undefined;
    if (!stale) throw error;
    return once(id, filePath, await renewSession(), onProgress);
  }
}

function once(id: string, filePath: string, accessToken: string | undefined, onProgress: (percent: number) => void): Promise<Photo> {
  return new Promise((resolve, reject) => {
    const task = Taro.uploadFile({
      url: `${apiBase}/api/photos`,
      filePath,
      name: 'file',
      formData: { id },
      header: accessToken ? { authorization: `Bearer ${accessToken}` } : {},
      success: ({ statusCode, data }) => {
        if (statusCode >= 200 && statusCode < 300) resolve((typeof data === 'string' ? JSON.parse(data) : data) as Photo);
        else reject(refusalFrom(statusCode, data));
      },
      fail: () => reject(offlineRefusal()),
    });
    task.progress?.(({ progress }) => onProgress(progress));
  });
}
