import { ArrowLeft } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { NoticeForm } from './NoticeForm';
import '../incidents/list/top-bar.css';
import './notices.css';

/** Writing a notice; afterwards one reads beside the list whether it is out or waits. */
export function WriteNoticePage() {
  const navigate = useNavigate();
  return (
    <>
      <header className="top-bar">
        <Link className="icon-button" to="/notices" aria-label="回到通知" title="回到通知">
          <ArrowLeft />
        </Link>
        <h1>写通知</h1>
      </header>
      <div className="page-scroll">
        <NoticeForm onDone={({ id }) => navigate(`/notices/${id}`, { replace: true })} />
      </div>
    </>
  );
}
