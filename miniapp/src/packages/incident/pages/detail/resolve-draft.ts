import Taro from '@tarojs/taro';
import { keepDraftWithPhotos } from '../../../../features/photo/keep-draft';
import type { TrayPhoto } from '../../../../features/photo/photo-tray';

/** What was done, not sent yet; kept for each incident, so that closing the app on the stairs loses nothing. */
export interface ResolveDraft {
  note: string;
  photos: TrayPhoto[];
}

const keyOf = (incidentId: string) => `linli.draft.resolve.${incidentId}`;

export function keptResolveDraft(incidentId: string): ResolveDraft {
  try {
    return (Taro.getStorageSync(keyOf(incidentId)) as ResolveDraft) || { note: '', photos: [] };
  } catch {
    return { note: '', photos: [] };
  }
}

/** False when the phone had no room for the pictures and only the words are kept. */
export function keepResolveDraft(incidentId: string, draft: ResolveDraft): boolean {
  return keepDraftWithPhotos(keyOf(incidentId), draft);
}

export function dropResolveDraft(incidentId: string): void {
  Taro.removeStorageSync(keyOf(incidentId));
}
