import { Route, Routes } from 'react-router';
import { AuditPage } from './audit/AuditPage';
import { ReportForPage } from './callers/ReportForPage';
import { ClockReportPage } from './clock-report/ClockReportPage';
import { AccountsPage } from './community/accounts/AccountsPage';
import { AreasPage } from './community/areas/AreasPage';
import { CommunityPage } from './community/CommunityPage';
import { HomesPage } from './community/homes/HomesPage';
import { ImportHomesPage } from './community/homes/ImportHomesPage';
import { HouseholdsPage } from './community/households/HouseholdsPage';
import { OrganisationsPage } from './community/organisations/OrganisationsPage';
import { PeoplePage } from './community/people/PeoplePage';
import { PlacesPage } from './community/places/PlacesPage';
import { PrintPlacesPage } from './community/places/PrintPlacesPage';
import { EnterOrderPage } from './hotline/EnterOrderPage';
import { HotlinePage } from './hotline/HotlinePage';
import { ImportPage } from './hotline/ImportPage';
import { IncidentsPage } from './incidents/IncidentsPage';
import { NoticesPage } from './notices/NoticesPage';
import { WriteNoticePage } from './notices/WriteNoticePage';
import { HomePage } from './session/HomePage';
import { RequirePermission } from './session/RequirePermission';
import { RequireStaff } from './session/RequireStaff';
import { SignInPage } from './session/SignInPage';
import { WorkCalendarPage } from './settings/calendar/WorkCalendarPage';
import { ClockPoliciesPage } from './settings/clocks/ClockPoliciesPage';
import { DeliveriesPage } from './settings/deliveries/DeliveriesPage';
import { DutyPhonePage } from './settings/duty-phone/DutyPhonePage';
import { MessageSettingsPage } from './settings/messages/MessageSettingsPage';
import { SettingsPage } from './settings/SettingsPage';
import { SecurityPage } from './settings/security/SecurityPage';
import { StaffGroupPage } from './settings/staff-group/StaffGroupPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { Shell } from './shell/Shell';
import { TasksPage } from './tasks/TasksPage';

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<RequireStaff />}>
        <Route element={<RequirePermission permission="place.manage" />}>
          <Route path="/print/places" element={<PrintPlacesPage />} />
        </Route>
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
          <Route element={<RequirePermission permission="hotline.enter" />}>
            <Route path="/hotline/new" element={<EnterOrderPage />} />
            <Route path="/hotline/import" element={<ImportPage />} />
          </Route>
          <Route element={<RequirePermission permission="hotline.list" />}>
            <Route path="/hotline/:id?" element={<HotlinePage />} />
          </Route>
          <Route element={<RequirePermission permission="notice.write" />}>
            <Route path="/notices/new" element={<WriteNoticePage />} />
          </Route>
          <Route element={<RequirePermission permission="notice.desk" />}>
            <Route path="/notices/:id?" element={<NoticesPage />} />
          </Route>
          <Route element={<RequirePermission permission="audit.read" />}>
            <Route path="/audit" element={<AuditPage />} />
          </Route>
          <Route path="/community" element={<CommunityPage />}>
            <Route path="households/:id?" element={<HouseholdsPage />} />
            <Route path="people/:id?" element={<PeoplePage />} />
            <Route path="organisations/:id?" element={<OrganisationsPage />} />
            <Route path="homes/import" element={<ImportHomesPage />} />
            <Route path="homes/:id?" element={<HomesPage />} />
            <Route path="accounts/:personId?" element={<AccountsPage />} />
            <Route path="places" element={<PlacesPage />} />
            <Route path="areas/:id?" element={<AreasPage />} />
          </Route>
          <Route path="/settings" element={<SettingsPage />}>
            <Route path="messages" element={<MessageSettingsPage />} />
            <Route path="security" element={<SecurityPage />} />
            <Route path="duty-phone" element={<DutyPhonePage />} />
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
