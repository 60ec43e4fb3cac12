import Taro from '@tarojs/taro';
import { dropKeptAnswers } from '../../request/kept-answers';
import { type TrayPhoto, withoutPictures } from './photo-tray';

/**
 * Keeps a draft with its pictures on the phone. When there is no room, what was read before goes first, then the
 * pictures: the words always stay. False when pictures had to go.
 */
export function keepDraftWithPhotos<T extends { photos: TrayPhoto[] }>(key: string, draft: T): boolean {
  if (tryToKeep(key, draft)) return true;
  dropKeptAnswers();
  if (tryToKeep(key, draft)) return true;
  tryToKeep(key, { ...draft, photos: withoutPictures(draft.photos) });
  return false;
}

function tryToKeep(key: string, value: object): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}
