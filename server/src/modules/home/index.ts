import { Home } from './home.entity.js';
import { HomeActionRow } from './home-action.entity.js';
import { HomeImport } from './home-import.entity.js';
import { HomeOwner } from './home-owner.entity.js';
import { RegisterOwners1765000017000 } from './migrations/1765000017000-RegisterOwners.js';
import { KeepOwnersInOrder1765000017001 } from './migrations/1765000017001-KeepOwnersInOrder.js';
import { CountHomesByEntrance1765000048000 } from './migrations/1765000048000-CountHomesByEntrance.js';
import { NameImportedFiles1765000084000 } from './migrations/1765000084000-NameImportedFiles.js';

export { HomeModule } from './home.module.js';
export { HomeQueries, type HomeRow, homeLabel } from './home.queries.js';
export { HomeService } from './home.service.js';
export { HomeLedger, type LedgerRow } from './imports/home-ledger.js';
export { plainName } from './imports/place-names.js';
export { type LinkedOwner, OwnerRegister } from './owner-register.js';

export const homeEntities = [Home, HomeActionRow, HomeImport, HomeOwner];
export const homeMigrations = [
  RegisterOwners1765000017000,
  KeepOwnersInOrder1765000017001,
  CountHomesByEntrance1765000048000,
  NameImportedFiles1765000084000,
];
