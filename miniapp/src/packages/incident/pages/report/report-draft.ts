import Taro from '@tarojs/taro';
import { keepDraftWithPhotos } from '../../../../features/photo/keep-draft';
import type { TrayPhoto } from '../../../../features/photo/photo-tray';
import type { DraftVoice } from '../../../../features/voice/voice-note';
import { newId } from '../../../../request/new-id';
import type { Here } from '../../../../session/here.store';

const KEY = 'linli.draft.report';

/** Where it is, in one of the ways a report can say it, with the words the person saw. */
export interface DraftWhere {
  label: string;
  gridName: string | null;
  placeCode?: string;
  /** A public place found by its name, and where it lies. */
  placeId?: string;
  spot?: { lng: number; lat: number };
  buildingId?: string;
  location?: { lng: number; lat: number; system: 'gcj02' | 'wgs84' };
  /** Nothing surer than the community: the note says where. */
  communityId?: string;
}

/** A place that only its reporter's words tell: all that is known for sure is the community. */
export const inWords = ({ communityId, communityName }: Here): DraftWhere => ({
  label: communityName,
  gridName: null,
  communityId,
});

/** A report not sent yet. Its id is made with it, so that sending it twice is one report. */
export interface ReportDraft {
  id: string;
  text: string;
  categoryCode: string | null;
  where: DraftWhere | null;
  /** The printed code this phone had scanned last when `where` was filled in. */
  scannedCode: string | null;
  placeNote: string;
  photos: TrayPhoto[];
  /** What was said instead of written, or beside it. */
  voice?: DraftVoice | null;
  /** The person has pressed 提交 and was sent to sign in. */
  sendWhenSignedIn: boolean;
  /** The incident that is the same thing, followed as soon as the person has signed in. */
  followWhenSignedIn: string | null;
  /** What lies near and, as the person has said, is something else. */
  notThese: string[];
  /** When the first word or picture was put down, ISO 8601: when it happened, as far as the phone knows. */
  startedAt: string;
}

export function newDraft(where: DraftWhere | null, scannedCode: string | null): ReportDraft {
  return {
    id: newId(),
    text: '',
    categoryCode: null,
    where,
    scannedCode,
    placeNote: '',
    photos: [],
    voice: null,
    sendWhenSignedIn: false,
    followWhenSignedIn: null,
    notThese: [],
    startedAt: new Date().toISOString(),
  };
}

export function keptDraft(): ReportDraft | null {
  try {
    return (Taro.getStorageSync(KEY) as ReportDraft) || null;
  } catch {
    return null;
  }
}

/** False when the phone had no room for the pictures and only the words are kept. */
export function keepDraft(draft: ReportDraft): boolean {
  return keepDraftWithPhotos(KEY, draft);
}

export function dropDraft(): void {
  Taro.removeStorageSync(KEY);
}

/** Whether anything was put down that would be missed. */
export function hasContent(draft: ReportDraft): boolean {
  const { text, photos, voice, categoryCode } = draft;
  return text !== '' || photos.length > 0 || Boolean(voice) || categoryCode !== null;
}
