import { Navigate } from 'react-router';
import { homeOf } from './home';
import { useMe } from './useMe';

export function HomePage() {
  return <Navigate to={homeOf(useMe()) ?? '/sign-in'} replace />;
}
