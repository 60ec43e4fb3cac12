import Taro from '@tarojs/taro';
import { keepDraftWithPhotos } from '../photo/keep-draft';
import type { TrayPhoto } from '../photo/photo-tray';

/** What was done, not sent yet; kept for each thing, so that closing the app on the stairs loses nothing. */
export interface EvidenceDraft {
  note: string;
  photos: TrayPhoto[];
}

const nameOf = (key: string) => `linli.draft.${key}`;

export function keptEvidence(key: string): EvidenceDraft {
  try {
    return (Taro.getStorageSync(nameOf(key)) as EvidenceDraft) || { note: '', photos: [] };
  } catch {
    return { note: '', photos: [] };
  }
}

/** False when the phone had no room for the pictures and only the words are kept. */
export function keepEvidence(key: string, draft: EvidenceDraft): boolean {
  return keepDraftWithPhotos(nameOf(key), draft);
}
