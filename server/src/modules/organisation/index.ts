import { CreateOrganisations1765000005000 } from './migrations/1765000005000-CreateOrganisations.js';
import { ServeEstates1765000036000 } from './migrations/1765000036000-ServeEstates.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationEstate } from './organisation-estate.entity.js';

export { OrganisationDto } from './dto/organisation.dto.js';
export { OrganisationModule } from './organisation.module.js';
export { OrganisationQueries, type OrganisationRow } from './organisation.queries.js';
export { OrganisationService } from './organisation.service.js';
export { OrganisationPeople } from './organisation-people.js';

export const organisationEntities = [Organisation, OrganisationEstate];
export const organisationMigrations = [CreateOrganisations1765000005000, ServeEstates1765000036000];
