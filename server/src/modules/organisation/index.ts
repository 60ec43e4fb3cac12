import { CreateOrganisations1765000005000 } from './migrations/1765000005000-CreateOrganisations.js';
import { Organisation } from './organisation.entity.js';

export { OrganisationDto } from './dto/organisation.dto.js';
export { OrganisationModule } from './organisation.module.js';
export { OrganisationQueries } from './organisation.queries.js';
export { OrganisationService } from './organisation.service.js';

export const organisationEntities = [Organisation];
export const organisationMigrations = [CreateOrganisations1765000005000];
