import { Module } from '@nestjs/common';

/** What follows from what: each provider here is an `Effect`, found by the dispatcher, known to no module. */
@Module({ imports: [], providers: [] })
export class EffectsModule {}
