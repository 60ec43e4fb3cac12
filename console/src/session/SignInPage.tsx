import { Navigate, useSearchParams } from 'react-router';
import { BrandMark } from '../shell/BrandMark';
import { DemoPeople } from './DemoPeople';
import { PasswordForm } from './PasswordForm';
import './session.css';
import { useSession } from './useSession';

/** Only a path of this console: an address given from outside must not lead a signed-in person away. */
function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : '/';
}

export function SignInPage() {
  const { session, expired } = useSession();
  const [query] = useSearchParams();
  if (session) return <Navigate to={safeNext(query.get('next'))} replace />;
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <BrandMark />
          <div>
            <h1>邻里共治</h1>
            <p className="note-text">社区工作台</p>
          </div>
        </div>
        {expired && (
          <p className="notice wait" role="status">
            登录过期了，请再登录一次。登录后回到刚才的地方。
          </p>
        )}
        <PasswordForm />
        <DemoPeople />
      </div>
    </main>
  );
}
