import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { IncidentModule } from '../incident/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { AppointedThere } from './appointed-there.js';
import { OrganisationDeskController } from './organisations/organisation-desk.controller.js';
import { OrganisationDeskReader } from './organisations/organisation-desk.reader.js';
import { OrganisationDesk } from './organisations/organisation-desk.service.js';
import { ServingGrids } from './serving-grids.js';
import { StaffChoices } from './staff.choices.js';
import { StaffController } from './staff.controller.js';
import { StaffFacts } from './staff.facts.js';
import { StaffHands } from './staff.hands.js';
import { StaffKeeper } from './staff.keeper.js';
import { StaffLeaves } from './staff.leaves.js';
import { StaffNews } from './staff.news.js';
import { StaffPeople } from './staff.people.js';
import { StaffPlaces } from './staff.places.js';
import { StaffReader } from './staff.reader.js';
import { StaffRecords } from './staff.records.js';
import { StaffService } from './staff.service.js';
import { StaffSettling } from './staff.settling.js';
import { StaffActs } from './staff-acts.js';

/** Who is appointed to what by whom, leave and stand-ins, and what becomes of the work in hand. */
@Module({
  imports: [AreaModule, IncidentModule, OrganisationModule],
  controllers: [StaffController, OrganisationDeskController],
  providers: [
    StaffKeeper,
    AppointedThere,
    ServingGrids,
    OrganisationDesk,
    OrganisationDeskReader,
    StaffActs,
    StaffChoices,
    StaffFacts,
    StaffHands,
    StaffLeaves,
    StaffNews,
    StaffPeople,
    StaffPlaces,
    StaffReader,
    StaffRecords,
    StaffService,
    StaffSettling,
  ],
  exports: [StaffFacts],
})
export class StaffModule {}
