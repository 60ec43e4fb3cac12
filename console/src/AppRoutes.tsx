import { Navigate, Route, Routes } from 'react-router';
import { IncidentsPage } from './incidents/IncidentsPage';
import { RequireStaff } from './session/RequireStaff';
import { SignInPage } from './session/SignInPage';
import { useMe } from './session/useMe';
import { seesQueue } from './session/work';
import { WorkCalendarPage } from './settings/calendar/WorkCalendarPage';
import { ClockPoliciesPage } from './settings/clocks/ClockPoliciesPage';
import { DeliveriesPage } from './settings/deliveries/DeliveriesPage';
import { MessageSettingsPage } from './settings/messages/MessageSettingsPage';
import { SettingsPage } from './settings/SettingsPage';
import { StaffGroupPage } from './settings/staff-group/StaffGroupPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { Shell } from './shell/Shell';

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<RequireStaff />}>
        <Route element={<Shell />}>
          <Route index element={<FirstScreen />} />
          <Route path="/incidents/:id?" element={<IncidentsPage />} />
          <Route path="/settings" element={<SettingsPage />}>
            <Route path="messages" element={<MessageSettingsPage />} />
            <Route path="staff-group" element={<StaffGroupPage />} />
            <Route path="clocks" element={<ClockPoliciesPage />} />
            <Route path="calendar" element={<WorkCalendarPage />} />
            <Route path="deliveries" element={<DeliveriesPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}

/** Where one's work is. */
function FirstScreen() {
  return <Navigate to={seesQueue(useMe()) ? '/incidents' : '/settings'} replace />;
}
