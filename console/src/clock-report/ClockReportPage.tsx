import { CLOCK_KIND_LABELS, durationWords, momentWords } from '@linli/shared';
import { Button, Skeleton } from 'antd';
import { ArrowLeft, Printer } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { $api } from '../api/client';
import type { ClockReportItem } from '../api/contract';
import { asProblem } from '../api/problem';
import { useNow } from '../clock/useNow';
import { useIncident } from '../incidents/useIncident';
import { ErrorState } from '../shell/ErrorState';
import '../incidents/list/top-bar.css';
import './clock-report.css';

/** What started, paused and stopped each clock of one incident: to be read out or printed when somebody asks. */
export function ClockReportPage() {
  const { id = '' } = useParams();
  const { data: incident } = useIncident(id);
  const report = $api.useQuery('get', '/api/incidents/{id}/clock-report', { params: { path: { id } } });
  return (
    <>
      <header className="top-bar">
        <Link className="icon-button" to={`/incidents/${id}`} aria-label="回到这件事" title="回到这件事">
          <ArrowLeft />
        </Link>
        <h1>时钟记录</h1>
        <span className="grow" />
        <Button icon={<Printer />} onClick={() => print()}>
          打印
        </Button>
      </header>
      <div className="page-scroll">
        {report.isError && !report.data && (
          <ErrorState problem={asProblem(report.error)} onRetry={() => report.refetch()} />
        )}
        {report.isPending && (
          <div className="skeleton" aria-busy="true">
            <Skeleton active paragraph={{ rows: 8 }} />
          </div>
        )}
        {report.data && (
          <article className="clock-report printable">
            {incident && (
              <header>
                <p className="note-text">
                  {incident.number} · {incident.communityName} {incident.placeLabel}
                </p>
                <h2>{incident.title}</h2>
              </header>
            )}
            {report.data.items.map((item) => (
              <OneClock key={`${item.kind}-${item.round}`} item={item} />
            ))}
            <p className="note-text">时限由系统按定好的规则和经过算出，谁也改不了；超时过的一直算超时。</p>
          </article>
        )}
      </div>
    </>
  );
}

function OneClock({ item }: { item: ClockReportItem }) {
  const now = useNow();
  const title = `${CLOCK_KIND_LABELS[item.kind]}${item.round > 1 ? ` · 第 ${item.round} 次` : ''}`;
  return (
    <section aria-label={title}>
      <div className="row between wrap">
        <h3>{title}</h3>
        <span className={item.breached ? 'clock-report-late' : 'note-text'}>
          时限 {durationWords(item.limitMinutes)}，用了 {durationWords(item.usedMinutes)}
          {item.breached && '，超时'}
        </span>
      </div>
      <table>
        <tbody>
          {item.events.map(({ at, what, label, byLabel }) => (
            <tr key={`${at}-${what}-${label}`}>
              <td>{momentWords(at, now)}</td>
              <td>{label}</td>
              <td>{byLabel}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
