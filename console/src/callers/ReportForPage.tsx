import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { IncidentForResident } from '../api/contract';
import { FollowCode } from './FollowCode';
import { ReportForForm } from './ReportForForm';
import '../incidents/list/top-bar.css';
import './callers.css';

/** For somebody who telephoned or came in: their words are typed in, and they get a code to follow it by. */
export function ReportForPage() {
  const [done, setDone] = useState<IncidentForResident | null>(null);
  return (
    <>
      <header className="top-bar">
        <Link className="icon-button" to="/incidents" aria-label="回到事件" title="回到事件">
          <ArrowLeft />
        </Link>
        <h1>代居民报</h1>
      </header>
      <div className="page-scroll">
        {done ? (
          <FollowCode reported={done} onAgain={() => setDone(null)} />
        ) : (
          <ReportForForm onDone={setDone} />
        )}
      </div>
    </>
  );
}
