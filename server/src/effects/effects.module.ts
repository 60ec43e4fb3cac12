import { Module } from '@nestjs/common';
import { AreaModule } from '../modules/area/index.js';
import { HotlineModule } from '../modules/hotline/index.js';
import { HouseholdModule } from '../modules/household/index.js';
import { IncidentModule } from '../modules/incident/index.js';
import { MessageModule } from '../modules/message/index.js';
import { NoticeModule } from '../modules/notice/index.js';
import { PrivacyModule } from '../modules/privacy/index.js';
import { StaffModule } from '../modules/staff/index.js';
import { CallOffWhatAWithdrawnNoticeStillSays } from './call-off-what-a-withdrawn-notice-still-says.js';
import { CountWhatIsHiddenWhenContentIsChecked } from './count-what-is-hidden-when-content-is-checked.js';
import { PublishANoticeWhenItsWordsAreChecked } from './publish-a-notice-when-its-words-are-checked.js';
import { RequeueOpenIncidentsWhenGridsAreRedrawn } from './requeue-open-incidents-when-grids-are-redrawn.js';
import { RingOfNoNoticeThatHasPassed } from './ring-of-no-notice-that-has-passed.js';
import { TakeBackWhatAWithdrawnNoticeSaid } from './take-back-what-a-withdrawn-notice-said.js';
import { TakeOrdersAlongWithTheirIncidents } from './take-orders-along-with-their-incidents.js';
import { TellOfHomesClaimedAndAnswered } from './tell-of-homes-claimed-and-answered.js';
import { TellPeopleOfTheirAppointments } from './tell-people-of-their-appointments.js';
import { TellPeopleWhatBecameOfTheirAccount } from './tell-people-what-became-of-their-account.js';
import { TellResidentsOfANotice } from './tell-residents-of-a-notice.js';
import { TellTheHandlerHowATaskGoes } from './tell-the-handler-how-a-task-goes.js';
import { TellTheHandlerWhatBecameOfTheirWork } from './tell-the-handler-what-became-of-their-work.js';
import { TellTheOrganisationWhatItHasToDo } from './tell-the-organisation-what-it-has-to-do.js';
import { TellTheReporterAndTheFollowersHowItGoes } from './tell-the-reporter-and-the-followers-how-it-goes.js';
import { TellTheStaffOfANotice } from './tell-the-staff-of-a-notice.js';
import { TellTheStaffWhenAnIncidentIsReported } from './tell-the-staff-when-an-incident-is-reported.js';
import { TellTheStaffWhenTheHotlineWaits } from './tell-the-staff-when-the-hotline-waits.js';
import { TellTheStaffWhenTimeRunsOut } from './tell-the-staff-when-time-runs-out.js';
import { TellWhoDecidesAHoldAndWhoAskedForIt } from './tell-who-decides-a-hold-and-who-asked-for-it.js';
import { TellWhoHasAnIncidentNow } from './tell-who-has-an-incident-now.js';
import { Teller } from './telling.js';

/** What follows from what: each `Effect` here is found by the dispatcher, known to no module. */
@Module({
  imports: [
    AreaModule,
    HotlineModule,
    HouseholdModule,
    IncidentModule,
    MessageModule,
    NoticeModule,
    PrivacyModule,
    StaffModule,
  ],
  providers: [
    Teller,
    CallOffWhatAWithdrawnNoticeStillSays,
    CountWhatIsHiddenWhenContentIsChecked,
    PublishANoticeWhenItsWordsAreChecked,
    RequeueOpenIncidentsWhenGridsAreRedrawn,
    RingOfNoNoticeThatHasPassed,
    TakeBackWhatAWithdrawnNoticeSaid,
    TakeOrdersAlongWithTheirIncidents,
    TellOfHomesClaimedAndAnswered,
    TellPeopleOfTheirAppointments,
    TellPeopleWhatBecameOfTheirAccount,
    // Before the residents of the same notice: who works there and lives there is told as staff.
    TellTheStaffOfANotice,
    TellResidentsOfANotice,
    TellTheHandlerHowATaskGoes,
    TellTheHandlerWhatBecameOfTheirWork,
    TellTheOrganisationWhatItHasToDo,
    TellTheReporterAndTheFollowersHowItGoes,
    TellTheStaffWhenAnIncidentIsReported,
    TellTheStaffWhenTheHotlineWaits,
    TellTheStaffWhenTimeRunsOut,
    TellWhoDecidesAHoldAndWhoAskedForIt,
    TellWhoHasAnIncidentNow,
  ],
})
export class EffectsModule {}
