import { Navigate, Outlet, useLocation } from 'react-router';
import { $api } from '../api/client';
import { asProblem } from '../api/problem';
import { ErrorState } from '../shell/ErrorState';
import { PageSkeleton } from '../shell/PageSkeleton';
import { homeOf } from './home';
import { NotPermittedPage } from './NotPermittedPage';
import { MeContext } from './useMe';
import { useSession } from './useSession';

/** Lets in whoever has work here; everyone else reads why not. After signing in one is back at the same address. */
export function RequireStaff() {
  const { session, signedOut } = useSession();
  const location = useLocation();
  if (session) return <StaffOnly key={session.me.id} />;
  if (signedOut) return <Navigate to="/sign-in" replace />;
  const next = location.pathname + location.search;
  return <Navigate to={`/sign-in?${new URLSearchParams({ next })}`} replace />;
}

function StaffOnly() {
  const me = $api.useQuery('get', '/api/me', {}, { staleTime: 60_000 });
  if (me.isError && !me.data) {
    return (
      <main className="centred">
        <ErrorState problem={asProblem(me.error)} onRetry={() => me.refetch()} />
      </main>
    );
  }
  if (!me.data) return <PageSkeleton />;
  if (homeOf(me.data) === null) return <NotPermittedPage me={me.data} />;
  return (
    <MeContext.Provider value={me.data}>
      <Outlet />
    </MeContext.Provider>
  );
}
