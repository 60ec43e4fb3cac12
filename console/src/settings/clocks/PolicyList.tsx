import { durationWords, momentWords } from '@linli/shared';
import type { ClockPolicy } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { weekWords } from './service-hours';
import { useCategories } from './useCategories';

export function PolicyList({ items }: { items: ClockPolicy[] }) {
  const now = useNow();
  const { labelOf } = useCategories();
  return (
    <table className="settings-table">
      <thead>
        <tr>
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
