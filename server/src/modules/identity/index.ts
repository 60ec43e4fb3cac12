export { type AppointmentInForce, AppointmentsService, type NewAppointment } from './appointments.service.js';
export { IdentityModule } from './identity.module.js';
export { identityEntities, identityMigrations } from './identity.tables.js';
export { type NewPerson, PeopleService } from './people.service.js';
