import { durationWords, momentWords } from '@linli/shared';
import type { ClockPolicy } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { weekWords } from './service-hours';
import { useCategories } from './useCategories';

interface PolicyListProps<Policy extends ClockPolicy> {
  items: Policy[];
  /** Where not all of them are of one place: whose each is. */
  placeOf?: (policy: Policy) => string;
}

export function PolicyList<Policy extends ClockPolicy>({ items, placeOf }: PolicyListProps<Policy>) {
  const now = useNow();
  const { labelOf } = useCategories();
  return (
    <table className="settings-table">
      <thead>
        <tr>
          {placeOf && <th>哪里的</th>}
          <th>从什么时候</th>
          <th>类别</th>
          <th>时限</th>
          <th>什么时间计时</th>
          <th>超时后多久上报</th>
          <th>谁设的</th>
        </tr>
      </thead>
      <tbody>
        {items.map((policy) => (
          <tr key={policy.id}>
            {placeOf && <td>{placeOf(policy)}</td>}
            <td>
              {momentWords(policy.inForceFrom, now)}
              <div className="note-text">第 {policy.version} 版</div>
            </td>
            <td>{labelOf(policy.categoryCode)}</td>
            <td>
              回应 {durationWords(policy.responseMinutes)}，简单 {durationWords(policy.simpleMinutes)}，复杂{' '}
              {durationWords(policy.complexMinutes)}
              <div className="note-text">
                难事 {durationWords(policy.planMinutes)}内出方案，{policy.confirmDays} 天不答复算办结
              </div>
            </td>
            <td>{weekWords(policy.serviceHours)}</td>
            <td>{policy.escalationMinutes.join('、')} 分钟</td>
            <td>{policy.addedByName ?? '系统自带'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
