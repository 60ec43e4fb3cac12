import { Button } from 'antd';
import { Download, ShieldCheck } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/client';
import { useDownload } from '../hotline/useDownload';
import { AuditFilterBar } from './AuditFilterBar';
import { AuditList } from './AuditList';
import { AuditSeals } from './AuditSeals';
import { type AuditFilters, askedFor, readFilters } from './audit-filters';
import '../incidents/incidents.css';
import '../incidents/list/top-bar.css';
import './audit.css';

/** Who saw and did what to whom. What is looked for stands in the address. */
export function AuditPage() {
  const [filters, change] = useAuditFilters();
  const [checking, setChecking] = useState(false);
  const { loading, download } = useDownload();
  const exportFound = () =>
    download(
      () => api.GET('/api/audit/export', { params: { query: askedFor(filters) }, parseAs: 'blob' }),
      '审计记录.xlsx',
    );
  return (
    <>
      <header className="top-bar">
        <h1>审计</h1>
        <span className="note-text audit-promise">谁看了、做了什么，都在这里；查阅和导出也会记下来。</span>
        <span className="grow" />
        <Button icon={<Download />} loading={loading} onClick={exportFound}>
          导出
        </Button>
        <Button icon={<ShieldCheck />} onClick={() => setChecking(true)}>
          核对
        </Button>
      </header>
      <AuditFilterBar filters={filters} onChange={change} />
      <div className="work">
        <AuditList filters={filters} onChange={change} />
      </div>
      <AuditSeals open={checking} onClose={() => setChecking(false)} />
    </>
  );
}

function useAuditFilters(): [AuditFilters, (some: AuditFilters) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (some: AuditFilters) =>
      setParams((now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(some)) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
    [setParams],
  );
  return [readFilters(params), change];
}
