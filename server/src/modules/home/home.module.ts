import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { HomeQueries } from './home.queries.js';
import { HomeReader } from './home.reader.js';
import { HomeRecords } from './home.records.js';
import { HomeService } from './home.service.js';
import { HomeActs } from './home-acts.js';
import { HomeDescription } from './home-description.js';
import { HomeOwnersService } from './home-owners.service.js';
import { HomeSearch } from './home-search.js';
import { HomesController } from './homes.controller.js';
import { HomesInBuildings } from './homes-in-buildings.js';
import { HomeImportChecking } from './imports/home-import.checking.js';
import { HomeImportFiles } from './imports/home-import.files.js';
import { HomeImportWorker } from './imports/home-import.worker.js';
import { HomeImportWriting } from './imports/home-import.writing.js';
import { HomeImportsController } from './imports/home-imports.controller.js';
import { HomeImports } from './imports/home-imports.service.js';
import { HomeLedger } from './imports/home-ledger.js';
import { OwnerRegister } from './owner-register.js';
import { RegisterLooks } from './register-looks.js';

/** Homes and who owns them: what matters of owners stand on. */
@Module({
  imports: [AreaModule],
  controllers: [HomesController, HomeImportsController],
  providers: [
    HomeRecords,
    HomeService,
    HomeQueries,
    HomeReader,
    HomeSearch,
    HomeActs,
    HomeDescription,
    HomeOwnersService,
    HomesInBuildings,
    OwnerRegister,
    RegisterLooks,
    HomeImports,
    HomeImportFiles,
    HomeImportChecking,
    HomeImportWriting,
    HomeImportWorker,
    HomeLedger,
  ],
  exports: [HomeLedger, HomeService, HomeQueries, OwnerRegister],
})
export class HomeModule {}
