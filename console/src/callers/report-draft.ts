import type { ReportForResident } from '../api/contract';

const MOBILE = /^1[3-9]\d{9}$/;

/** A caller's report while it is being typed. Its id is the incident's, so that sending twice makes one. */
export interface ReportDraft {
  id: string;
  callerName: string;
  phone: string;
  categoryCode: string | null;
  buildingId: string | null;
  /** A point on the map, where no building fits. */
  point: { lng: number; lat: number } | null;
  placeNote: string;
  description: string;
}

export function emptyReport(id: string): ReportDraft {
  return {
    id,
    callerName: '',
    phone: '',
    categoryCode: null,
    buildingId: null,
    point: null,
    placeNote: '',
    description: '',
  };
}

export function isReportDraft(value: unknown): value is ReportDraft {
  const draft = value as Partial<ReportDraft> | null;
  return typeof draft?.id === 'string' && typeof draft.description === 'string' && 'point' in draft;
}

export type Missing = Partial<
  Record<'callerName' | 'phone' | 'categoryCode' | 'place' | 'description', string>
>;

/** What is still missing, each beside its field. */
export function missingIn(draft: ReportDraft, photos: number): Missing {
  const missing: Missing = {};
  if (!draft.callerName.trim()) missing.callerName = '写一下怎么称呼';
  if (draft.phone.trim() && !MOBILE.test(draft.phone.trim()))
    missing.phone = '手机号要是 11 位数字，没有就空着';
  if (!draft.categoryCode) missing.categoryCode = '选一个类别';
  if (!draft.buildingId && !draft.point) missing.place = '选一栋楼，或者在地图上点一下';
  if (!draft.description.trim() && photos === 0) missing.description = '写一句是什么事，或者加一张照片';
  return missing;
}

export function reportOf(draft: ReportDraft, photoIds: string[]): ReportForResident {
  const phone = draft.phone.trim();
  const placeNote = draft.placeNote.trim();
  return {
    id: draft.id,
    categoryCode: draft.categoryCode ?? '',
    description: draft.description.trim(),
    photoIds,
    caller: { name: draft.callerName.trim(), ...(phone ? { phone } : {}) },
    ...(placeNote ? { placeNote } : {}),
    ...(draft.buildingId
      ? { buildingId: draft.buildingId }
      : draft.point
        ? { location: { ...draft.point, system: 'gcj02' as const } }
        : {}),
  };
}
