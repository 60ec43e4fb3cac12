import type { Photo } from '../../request/contract';
import { sendFile } from '../upload/send-file';
import { pictureData } from './picture-data';

/** Sends one picture. @param onProgress 0 to 100 */
export function uploadPhoto(
  id: string,
  filePath: string,
  onProgress: (percent: number) => void,
): Promise<Photo> {
  const bytes = () => pictureData(filePath);
  return sendFile({ path: '/api/photos', id, filePath, bytes, fileName: `${id}.jpg` }, onProgress);
}
