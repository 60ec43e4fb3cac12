import { Navigate, Route, Routes } from 'react-router';
import { IncidentsPage } from './incidents/IncidentsPage';
import { RequireStaff } from './session/RequireStaff';
import { SignInPage } from './session/SignInPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { Shell } from './shell/Shell';

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<RequireStaff />}>
        <Route element={<Shell />}>
          <Route index element={<Navigate to="/incidents" replace />} />
          <Route path="/incidents/:id?" element={<IncidentsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
