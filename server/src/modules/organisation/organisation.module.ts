import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { OrganisationQueries } from './organisation.queries.js';
import { OrganisationService } from './organisation.service.js';
import { OrganisationsServingThere } from './organisation.serving-there.js';
import { OrganisationPeople } from './organisation-people.js';
import { OrganisationsController } from './organisations.controller.js';

/** Who helps a community: property companies, owners' committees, police, volunteers, departments. */
@Module({
  imports: [AreaModule],
  controllers: [OrganisationsController],
  providers: [OrganisationPeople, OrganisationQueries, OrganisationService, OrganisationsServingThere],
  exports: [OrganisationPeople, OrganisationQueries, OrganisationService],
})
export class OrganisationModule {}
