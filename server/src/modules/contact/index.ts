import { DutyPhone } from './duty-phone.entity.js';
import { CreateContactCards1765000009000 } from './migrations/1765000009000-CreateContactCards.js';
import { WorkCard } from './work-card.entity.js';

export { ContactModule } from './contact.module.js';
export { DutyPhones } from './duty-phones.service.js';
export { WorkCards } from './work-cards.service.js';

export const contactEntities = [DutyPhone, WorkCard];
export const contactMigrations = [CreateContactCards1765000009000];
