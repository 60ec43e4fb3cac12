import { LIMITS } from '@linli/shared';
import { Refusal } from '../../../../request/refusal';
import type { ReportDraft } from './report-draft';

/** In the order they stand on the screen. */
export const FIELDS = ['photos', 'text', 'voice', 'category', 'where', 'placeNote'] as const;
export type ReportField = (typeof FIELDS)[number];
export type ReportFaults = Partial<Record<ReportField, string>>;

const PLACE_IN_WORDS = '写一句在哪里，社区的人好找过去';

/** What is missing before the report can be sent, field by field, in words. */
export function faultsOf(draft: ReportDraft): ReportFaults {
  const faults: ReportFaults = {};
  const nothingYet = draft.text.trim() === '' && draft.photos.length === 0 && !draft.voice;
  if (nothingYet) faults.text = '拍一张照片，写一句，或者说一段';
  if (draft.text.length > LIMITS.descriptionChars) faults.text = `最多写 ${LIMITS.descriptionChars} 个字`;
  if (draft.categoryCode === null) faults.category = '选一个最像的类别';
  if (draft.where === null) faults.where = '选一个地方，或者写一句在哪里';
  if (draft.where?.communityId && draft.placeNote.trim() === '') faults.placeNote = PLACE_IN_WORDS;
  return faults;
}

const FIELD_OF: Record<string, ReportField> = {
  description: 'text',
  categoryCode: 'category',
  photoIds: 'photos',
  voiceId: 'voice',
  placeCode: 'where',
  placeId: 'where',
  communityId: 'where',
  buildingId: 'where',
  location: 'where',
  placeNote: 'placeNote',
};

/** The server's words put beside the fields they are about. */
export function faultsFromRefusal(error: unknown): ReportFaults {
  if (!(error instanceof Refusal)) return {};
  const faults: ReportFaults = {};
  for (const { field, message } of error.problem.errors ?? []) {
    const ours = FIELD_OF[field.split('.')[0] ?? ''];
    if (ours) faults[ours] = message;
  }
  if (error.code === 'incident/place-words-needed') faults.placeNote = error.problem.title;
  if (/^voice\//.test(error.code)) faults.voice = error.problem.title;
  const place = /^(place|area)\//.test(error.code);
  if (place && !faults.where) faults.where = error.problem.title;
  return faults;
}
