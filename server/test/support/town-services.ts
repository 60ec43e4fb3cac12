import { readdir } from 'node:fs/promises';
import { built, builtFile } from './built.js';
import { serverEnvironment } from './settings.js';

export type Services = Awaited<ReturnType<typeof assemble>>;

/** The services that towns are made with, put together when the first of them is needed. */
export interface TownServices {
  get(): Promise<Services>;
  close(): Promise<void>;
}

export function townServices(databaseUrl: string): TownServices {
  let made: Promise<Services> | null = null;
  return {
    get: () => {
      made ??= assemble(databaseUrl);
      return made;
    },
    close: async () => {
      if (made !== null) await (await made).database.onApplicationShutdown();
    },
  };
}

/**
 * The services by hand: the test runner's loader and Nest's container would each bring their own copy of Nest. Each from
 * its own file, because a module's index brings half the server with it, and every spec would pay for that.
 */
async function assemble(databaseUrl: string) {
  const { AreaService } = await built<typeof import('../../src/modules/area/area.service.js')>(
    'modules/area/area.service.js',
  );
  const { PlaceService } = await built<typeof import('../../src/modules/area/place.service.js')>(
    'modules/area/place.service.js',
  );
  const { HomeService } = await built<typeof import('../../src/modules/home/home.service.js')>(
    'modules/home/home.service.js',
  );
  const { OwnerRegister } = await built<typeof import('../../src/modules/home/owner-register.js')>(
    'modules/home/owner-register.js',
  );
  const { OrganisationService } = await built<
    typeof import('../../src/modules/organisation/organisation.service.js')
  >('modules/organisation/organisation.service.js');
  const { PeopleService } = await built<typeof import('../../src/modules/identity/people.service.js')>(
    'modules/identity/people.service.js',
  );
  const { AppointmentsService } = await built<
    typeof import('../../src/modules/identity/appointments.service.js')
  >('modules/identity/appointments.service.js');
  const { Contacts } = await built<typeof import('../../src/modules/identity/contacts.js')>(
    'modules/identity/contacts.js',
  );
  const { Logins } = await built<typeof import('../../src/modules/identity/logins.js')>(
    'modules/identity/logins.js',
  );
  const { Clock } =
    await built<typeof import('../../src/platform/clock/clock.js')>('platform/clock/clock.js');
  const { Settings } = await built<typeof import('../../src/platform/config/settings.js')>(
    'platform/config/settings.js',
  );
  const { DataCipher } = await built<typeof import('../../src/platform/crypto/data-cipher.js')>(
    'platform/crypto/data-cipher.js',
  );
  const { createDataSource } = await built<typeof import('../../src/platform/database/data-source.js')>(
    'platform/database/data-source.js',
  );
  const { Database } = await built<typeof import('../../src/platform/database/database.js')>(
    'platform/database/database.js',
  );
  const { WechatClient } = await built<typeof import('../../src/platform/wechat/wechat.client.js')>(
    'platform/wechat/wechat.client.js',
  );
  const settings = new Settings(serverEnvironment(databaseUrl));
  const clock = new Clock();
  const database = new Database(
    createDataSource(databaseUrl, { entities: await entities(), migrations: [] }),
  );
  const cipher = new DataCipher(settings);
  const wechat = new WechatClient(settings, clock);
  const logins = new Logins(database, cipher, clock);
  const contacts = new Contacts(database, cipher, wechat);
  return {
    database,
    people: new PeopleService(database, logins, wechat, clock, contacts),
    appointments: new AppointmentsService(database, clock),
    areas: new AreaService(clock),
    places: new PlaceService(database, clock),
    homes: new HomeService(clock),
    owners: new OwnerRegister(cipher, clock),
    organisations: new OrganisationService(clock),
  };
}

/** Every table that the services know; the rows of a town refer to each other across the modules. */
async function entities() {
  const files = await readdir(builtFile('modules'), { recursive: true });
  const modules = files
    .filter((file) => file.endsWith('.entity.js'))
    .map((file) => built<Record<string, unknown>>(`modules/${file}`));
  return (await Promise.all(modules))
    .flatMap((exported) => Object.values(exported))
    .filter((each): each is new () => object => typeof each === 'function');
}
