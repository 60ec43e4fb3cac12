/**
 * A process of the built application with effects that leave a witness behind each time they take place. It appends
 * events when told to over the channel to its parent, and runs effects like any server. A process of its own without
 * any loader, because Nest must be there only once, and so that it can be killed.
 */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { AppModule } = await built('app.module.js');
const { fastifyAdapter, prepareHttp } = await built('platform/http/http-server.js');
const { Settings } = await built('platform/config/settings.js');
const { Database } = await built('platform/database/database.js');
const { Effect } = await built('platform/events/effect.js');
const { Outbox } = await built('platform/events/outbox.js');

/** One row for each time; the table has no key that would hide a second one. */
class Witness extends Effect {
  constructor(name, on) {
    super();
    this.name = name;
    this.on = on;
  }

  async run(tx, event) {
    await tx.query(
      'insert into witness (event_id, effect, subject_id, subject_seq, pid) values (?, ?, ?, ?, ?)',
      [event.id, this.name, event.subjectId, event.subjectSeq, process.pid],
    );
  }
}

/** Stands in the middle of its work, with its witness written, for as long as somebody holds the gate. */
class Gated extends Witness {
  async run(tx, event) {
    await super.run(tx, event);
    await tx.query('select id from gate where id = 1 for update');
  }
}

/** Fails with somebody's phone number in its words for as long as the switch is there. */
class Failing extends Witness {
  async run(tx, event) {
    await super.run(tx, event);
    const rows = await tx.query('select id from gate where id = 2');
    if (rows.length > 0) throw new Error('could not reach 13800000000');
  }
}

/** Leads on to a further event, as escalations and messages do. */
class LeadingOn extends Witness {
  constructor(outbox) {
    super('leads-on', ['test.first']);
    this.outbox = outbox;
  }

  async run(tx, event) {
    await super.run(tx, event);
    await this.outbox.append(tx, { ...event, type: 'test.led', data: {} });
  }
}

const effects = [
  new Witness('counts', ['test.plain', 'test.first', 'test.led', 'test.gated', 'test.failing']),
  new Witness('counts-too', ['test.plain']),
  new Gated('waits-at-the-gate', ['test.gated']),
  new Failing('fails', ['test.failing']),
];

const settings = new Settings(process.env);
class TestEffectsModule {}
Module({
  imports: [AppModule.forRoot(settings)],
  providers: [
    ...effects.map((effect) => ({ provide: effect.name, useValue: effect })),
    { provide: 'leads-on', inject: [Outbox], useFactory: (outbox) => new LeadingOn(outbox) },
  ],
})(TestEffectsModule);

const app = await NestFactory.create(TestEffectsModule, fastifyAdapter(process.env.LINLI_LOG_LEVEL), {
  bufferLogs: true,
  abortOnError: false,
});
await prepareHttp(app, settings);
await app.listen(0, '127.0.0.1');
const database = app.get(Database);
const outbox = app.get(Outbox);

/** Appends these in one transaction; `undone` ones are rolled back. */
async function append({ events, undone }) {
  await database.transaction(async (tx) => {
    for (const event of events) {
      await outbox.append(tx, { subjectType: 'test', communityId: null, ...event, at: new Date() });
    }
    if (undone) throw new Error('undone');
  });
}

process.on('message', (order) => {
  append(order).then(
    () => process.send({ order: order.id, done: true }),
    (error) => process.send({ order: order.id, done: false, why: error.message }),
  );
});
process.send({ url: await app.getUrl() });
