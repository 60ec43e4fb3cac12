import { CALLABLE_PHONE_WORDS, callablePhone } from '@linli/shared';
import type { EnterHotlineOrder } from '../api/contract';
import { emptyReport, isReportDraft, type ReportDraft } from '../callers/report-draft';
import { fromDateTimeInput } from '../clock/shanghai-input';

/** An order while it is being typed in: a caller's report, and what the hotline wants besides. */
export interface OrderDraft extends ReportDraft {
  outsideNumber: string;
  /** As their fields write them. */
  due: string;
  received: string;
}

export function emptyOrder(id: string): OrderDraft {
  return { ...emptyReport(id), outsideNumber: '', due: '', received: '' };
}

export function isOrderDraft(value: unknown): value is OrderDraft {
  return isReportDraft(value) && 'outsideNumber' in value && 'due' in value && 'received' in value;
}

export type MissingInOrder = Partial<
  Record<
    'outsideNumber' | 'due' | 'received' | 'callerName' | 'phone' | 'description' | 'categoryCode',
    string
  >
>;

/** What is still missing, each beside its field. A place is not: what lies nowhere waits to be assigned. */
export function missingInOrder(draft: OrderDraft, nowMs: number): MissingInOrder {
  const missing: MissingInOrder = {};
  const due = fromDateTimeInput(draft.due);
  const received = fromDateTimeInput(draft.received);
  if (!draft.outsideNumber.trim()) missing.outsideNumber = '写热线的工单编号';
  if (!due) missing.due = '选热线要求的时限';
  if (received && Date.parse(received) > nowMs) missing.received = '受理时间还没到';
  if (due && Date.parse(due) <= (received ? Date.parse(received) : nowMs))
    missing.due = '办理时限要在受理时间之后';
  if (!draft.callerName.trim()) missing.callerName = '写一下怎么称呼';
  if (draft.phone.trim() && callablePhone(draft.phone) === null) missing.phone = CALLABLE_PHONE_WORDS;
  if (!draft.description.trim()) missing.description = '写来电人说的是什么事';
  if (!draft.categoryCode) missing.categoryCode = '选一个类别';
  return missing;
}

export function orderOf(draft: OrderDraft, communityId: string): EnterHotlineOrder {
  const phone = callablePhone(draft.phone);
  const placeNote = draft.placeNote.trim();
  const receivedAt = fromDateTimeInput(draft.received);
  return {
    id: draft.id,
    communityId,
    outsideNumber: draft.outsideNumber.trim(),
    outsideDueAt: fromDateTimeInput(draft.due) ?? '',
    caller: { name: draft.callerName.trim(), ...(phone ? { phone } : {}) },
    categoryCode: draft.categoryCode ?? '',
    text: draft.description.trim(),
    ...(receivedAt ? { receivedAt } : {}),
    ...(placeNote ? { placeNote } : {}),
    ...(draft.buildingId
      ? { buildingId: draft.buildingId }
      : draft.point
        ? { location: { ...draft.point, system: 'gcj02' as const } }
        : {}),
  };
}
