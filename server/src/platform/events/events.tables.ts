import { CreateOutbox1765000003000 } from './migrations/1765000003000-CreateOutbox.js';

export const eventMigrations = [CreateOutbox1765000003000];
