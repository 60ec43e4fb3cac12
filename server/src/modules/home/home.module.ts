import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { HomeQueries } from './home.queries.js';
import { HomeService } from './home.service.js';
import { OwnerRegister } from './owner-register.js';

/** Homes and who owns them: what matters of owners stand on. */
@Module({
  imports: [AreaModule],
  providers: [HomeService, HomeQueries, OwnerRegister],
  exports: [HomeService, HomeQueries, OwnerRegister],
})
export class HomeModule {}
