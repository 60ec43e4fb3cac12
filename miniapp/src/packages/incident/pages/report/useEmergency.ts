import { type Emergency, emergencyOf } from '@linli/shared';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useCategories } from '../../../../features/incident/hooks';
import type { ReportDraft } from './report-draft';

/** Whether the draft speaks of danger to life. When it begins to, the numbers to call are brought into sight. */
export function useEmergency({ text, placeNote, categoryCode }: ReportDraft): Emergency | null {
  const { data } = useCategories();
  const kind = data?.items.find(({ code }) => code === categoryCode);
  const emergency = emergencyOf(`${text} ${placeNote}`, kind?.emergency ?? null);
  const number = emergency?.number ?? null;
  const before = useRef(number);
  useEffect(() => {
    if (number !== null && number !== before.current) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    before.current = number;
  }, [number]);
  return emergency;
}
