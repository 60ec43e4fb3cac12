import { Module } from '@nestjs/common';
import { PeopleMergeController } from './people-merge.controller.js';
import { PeopleMergeReader } from './people-merge.reader.js';
import { PeopleMerge } from './people-merge.service.js';
import { MergeStragglers } from './people-merge.stragglers.js';

/** Somebody who is here twice becomes one. What each module has of them its keeper says and moves. */
@Module({
  controllers: [PeopleMergeController],
  providers: [MergeStragglers, PeopleMerge, PeopleMergeReader],
})
export class PeopleMergeModule {}
