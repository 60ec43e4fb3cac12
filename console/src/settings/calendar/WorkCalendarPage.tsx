import { momentWords } from '@linli/shared';
import { Button } from 'antd';
import { useState } from 'react';
import { $api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { useNow } from '../../clock/useNow';
import { useMe } from '../../session/useMe';
import { SettingsCard } from '../SettingsCard';
import { Waiting } from '../Waiting';
import { CalendarForm } from './CalendarForm';
import { writeLines } from './day-lines';

/** 工作日历: the days that are not what their weekday says. One list for all places, so only the platform admin adds one. */
export function WorkCalendarPage() {
  const now = useNow();
  const { appointments } = useMe();
  const [adding, setAdding] = useState(false);
  const calendars = $api.useQuery('get', '/api/work-calendars');
  if (!calendars.data) {
    return (
      <Waiting
        problem={calendars.isError ? asProblem(calendars.error) : null}
        onRetry={() => void calendars.refetch()}
      />
    );
  }
  const [latest, ...older] = calendars.data.items;
  const mayAdd = appointments.some(({ role }) => role === 'platform_admin');
  return (
    <>
      {mayAdd &&
        (adding ? (
          <CalendarForm days={latest?.days ?? []} onDone={() => setAdding(false)} />
        ) : (
          <Button type="primary" onClick={() => setAdding(true)}>
            换一版日历
          </Button>
        ))}
      <SettingsCard
        title="现在的日历"
        note={
          mayAdd
            ? '只在服务时间计时的地方，放假的日子不计时，调休上班的日子照常计时。'
            : '要改日历，请找平台管理员。'
        }
      >
        {latest && latest.days.length > 0 ? (
          <pre className="calendar-lines">{writeLines(latest.days)}</pre>
        ) : (
          <p>还没有写放假和调休，按周一到周日平常的样子算。</p>
        )}
        {latest && (
          <p className="note-text">
            第 {latest.version} 版，{momentWords(latest.inForceFrom, now)} 起，
            {latest.addedByName ?? '系统自带'}
          </p>
        )}
      </SettingsCard>
      {older.length > 0 && (
        <SettingsCard title="以前的版本">
          <ul className="stack">
            {older.map(({ id, version, inForceFrom, addedByName, days }) => (
              <li key={id} className="note-text">
                第 {version} 版，{momentWords(inForceFrom, now)} 起，{addedByName ?? '系统自带'}，
                {days.length} 天
              </li>
            ))}
          </ul>
        </SettingsCard>
      )}
    </>
  );
}
