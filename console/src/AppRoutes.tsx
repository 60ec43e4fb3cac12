import { Route, Routes } from 'react-router';
import { ReportForPage } from './callers/ReportForPage';
import { ClockReportPage } from './clock-report/ClockReportPage';
import { IncidentsPage } from './incidents/IncidentsPage';
import { HomePage } from './session/HomePage';
import { RequirePermission } from './session/RequirePermission';
import { RequireStaff } from './session/RequireStaff';
import { SignInPage } from './session/SignInPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { Shell } from './shell/Shell';
import { TasksPage } from './tasks/TasksPage';

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<RequireStaff />}>
        <Route element={<Shell />}>
          <Route index element={<HomePage />} />
          <Route element={<RequirePermission permission="incident.queue" />}>
            <Route path="/incidents/:id?" element={<IncidentsPage />} />
            <Route path="/incidents/:id/clock-report" element={<ClockReportPage />} />
          </Route>
          <Route element={<RequirePermission permission="incident.report_for" />}>
            <Route path="/report-for" element={<ReportForPage />} />
          </Route>
          <Route element={<RequirePermission permission="task.list" />}>
            <Route path="/tasks/:id?" element={<TasksPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
