import { type OrganisationKind, PRIVACY_NOTICE, type Role } from '@linli/shared';
import { newId } from './new-id.js';
import { type Services, type TownServices, townServices } from './town-services.js';

type Area = import('../../src/modules/area/index.js').Area;

const BASE = { lng: 118.6, lat: 37.4 };
const STEP = 0.01;

export interface GridSeed {
  id: string;
  /** A point in its middle. */
  point: { lng: number; lat: number };
}

export interface CommunitySeed {
  id: string;
  subdistrictId: string;
  grids: [GridSeed, GridSeed];
  estateId: string;
  buildingId: string;
  /** The doors of its one entrance: 101, 102, 201 and 202. */
  homeIds: [string, string, string, string];
  placeCode: string;
}

export interface PersonSeed {
  /** Also the key by which the demo sign-in knows them. */
  key: string;
  id: string;
  appointmentIds: string[];
}

/** What somebody is appointed to; `ended` puts the end a minute into the past. */
export interface AppointmentSeed {
  role: Role;
  areaId?: string | null;
  subdistrictId?: string | null;
  communityId?: string | null;
  gridId?: string | null;
  estateId?: string | null;
  buildingId?: string | null;
  organisationId?: string | null;
  ended?: boolean;
  /** Begins in an hour, as a stand-in's does before the leave. */
  coming?: boolean;
  /** Its holder is on leave at the moment. */
  onLeave?: boolean;
}

/** Who can be given tasks; those of the near community, and one that serves the far one only. */
export interface OrganisationSeeds {
  property: string;
  cityManagement: string;
  fire: string;
  farProperty: string;
}

/** What stands in every town; plain values, so that they can be kept beside a database and read again. */
export interface TownSeeds {
  near: CommunitySeed;
  far: CommunitySeed;
  organisations: OrganisationSeeds;
}

export interface Town extends TownSeeds {
  /** Of the near subdistrict; of all its communities unless one is named. */
  addOrganisation(kind: OrganisationKind, name: string, communityId?: string): Promise<string>;
  dissolveOrganisation(id: string): Promise<void>;
  addPerson(key: string, appointments?: AppointmentSeed[]): Promise<PersonSeed>;
  addPasswordLogin(personId: string, account: string, password: string): Promise<void>;
  addPhoneLogin(personId: string, phone: string): Promise<void>;
  /** Somebody who owns the whole of a home of the near community; gives back their line in the register. */
  addOwner(homeId: string, name: string, phone?: string): Promise<string>;
  endAppointment(appointmentId: string): Promise<void>;
  suspend(personId: string): Promise<void>;
  close(): Promise<void>;
}

/** Two subdistricts of one community of two grids each, made through the services like everything else. */
export async function buildTown(databaseUrl: string): Promise<Town> {
  const services = townServices(databaseUrl);
  return townOf(await seed(await services.get()), services);
}

/** A town that stands in this database already. */
export const openTown = (databaseUrl: string, seeds: TownSeeds): Town =>
  townOf(seeds, townServices(databaseUrl));

async function seed({ database, areas, places, organisations, homes }: Services): Promise<TownSeeds> {
  const county = await database.transaction((tx) =>
    areas.addArea(tx, { kind: 'county', name: '测试县', parent: null, code: '370500' }),
  );

  async function addCommunity(index: number, name: string): Promise<CommunitySeed> {
    return database.transaction(async (tx) => {
      const west = BASE.lng + index * 10 * STEP;
      const square = (fromLng: number, toLng: number): [number, number][] => [
        [fromLng, BASE.lat],
        [toLng, BASE.lat],
        [toLng, BASE.lat + STEP],
        [fromLng, BASE.lat + STEP],
        [fromLng, BASE.lat],
      ];
      const subdistrict = await areas.addArea(tx, {
        kind: 'subdistrict',
        name: `${name}街道`,
        parent: county,
      });
      const community = await areas.addArea(tx, {
        kind: 'community',
        name: `${name}社区`,
        parent: subdistrict,
        shortCode: `T${index}`,
        polygon: [square(west, west + 2 * STEP)],
      });
      const grids: { area: Area; point: GridSeed['point'] }[] = [];
      for (const [order, label] of ['第一网格', '第二网格'].entries()) {
        const from = west + order * STEP;
        const polygon = [square(from, from + STEP)];
        const grid = await areas.addArea(tx, {
          kind: 'grid',
          name: label,
          parent: community,
          polygon,
          sort: order,
        });
        grids.push({ area: grid, point: { lng: from + STEP / 2, lat: BASE.lat + STEP / 2 } });
      }
      const [first, second] = grids as [(typeof grids)[number], (typeof grids)[number]];
      const estateId = await areas.addEstate(tx, community.id, `${name}小区`, 0);
      const building = await areas.addArea(tx, {
        kind: 'building',
        name: '1 号楼',
        parent: first.area,
        estateId,
        location: first.point,
      });
      const entrance = await areas.addArea(tx, {
        kind: 'entrance',
        name: '1 单元',
        parent: building,
        sort: 1,
      });
      const homeIds = await homes.addHomes(
        tx,
        ['101', '102', '201', '202'].map((room) => ({ entrance, floor: Number(room[0]), room })),
      );
      const placeCode = await places.add(tx, {
        label: `${name}小区 1 号楼`,
        address: `${name}路 1 号`,
        communityId: community.id,
        gridId: first.area.id,
        buildingId: building.id,
        estateId,
        ...first.point,
      });
      return {
        id: community.id,
        subdistrictId: subdistrict.id,
        grids: [
          { id: first.area.id, point: first.point },
          { id: second.area.id, point: second.point },
        ],
        estateId,
        buildingId: building.id,
        homeIds: homeIds as CommunitySeed['homeIds'],
        placeCode,
      };
    });
  }

  const near = await addCommunity(0, '近处');
  const far = await addCommunity(1, '远处');
  const add = (
    kind: OrganisationKind,
    name: string,
    at: { subdistrictId: string; communityId?: string | undefined },
  ) => database.transaction((tx) => organisations.add(tx, { kind, name, ...at }));
  return {
    near,
    far,
    organisations: {
      property: await add('property', '近处物业', {
        subdistrictId: near.subdistrictId,
        communityId: near.id,
      }),
      cityManagement: await add('department', '近处城管', { subdistrictId: near.subdistrictId }),
      fire: await add('department', '近处消防', { subdistrictId: near.subdistrictId }),
      farProperty: await add('property', '远处物业', {
        subdistrictId: far.subdistrictId,
        communityId: far.id,
      }),
    },
  };
}

/** Whoever only asks the server never calls for the services, and is spared what they bring along. */
function townOf(seeds: TownSeeds, services: TownServices): Town {
  const { near } = seeds;
  return {
    ...seeds,
    addOrganisation: async (kind, name, communityId) => {
      const { database, organisations } = await services.get();
      const at = { subdistrictId: near.subdistrictId, communityId };
      return database.transaction((tx) => organisations.add(tx, { kind, name, ...at }));
    },
    dissolveOrganisation: async (id) => {
      const { database, organisations } = await services.get();
      return database.transaction((tx) => organisations.dissolve(tx, id));
    },
    addPerson: async (key, given = []) => addPerson(await services.get(), key, given),
    addPasswordLogin: async (personId, account, password) => {
      const { database, people } = await services.get();
      return database.transaction((tx) => people.addPasswordLogin(tx, personId, account, password));
    },
    addPhoneLogin: async (personId, phone) => {
      const { database, people } = await services.get();
      return database.transaction((tx) => people.addPhoneLogin(tx, personId, phone));
    },
    addOwner: async (homeId, name, phone) => {
      const { database, owners } = await services.get();
      return database.transaction(async (tx) => {
        const whole = { numerator: 1, denominator: 1 };
        const home = {
          id: homeId,
          communityId: near.id,
          buildingId: near.buildingId,
          estateId: near.estateId,
        };
        const [id] = await owners.add(tx, home, [
          { name, ownerKind: 'person', phone: phone ?? null, share: whole },
        ]);
        return id as string;
      });
    },
    endAppointment: async (appointmentId) => {
      const { database, appointments } = await services.get();
      return database.transaction((tx) => appointments.end(tx, appointmentId));
    },
    suspend: async (personId) => {
      const { database, people } = await services.get();
      return database.transaction((tx) => people.suspend(tx, personId, new Date()));
    },
    close: () => services.close(),
  };
}

function addPerson({ database, people, appointments }: Services, key: string, given: AppointmentSeed[]) {
  return database.transaction(async (tx) => {
    const id = newId();
    await people.createPerson(tx, { id, name: `测试${key}`, demo: { key, client: 'miniapp', hint: '' } });
    await tx.query('update person set notice_version = ? where id = ?', [PRIVACY_NOTICE.version, id]);
    const appointmentIds: string[] = [];
    for (const { ended, coming, onLeave, ...appointment } of given) {
      const toAt = ended ? new Date(Date.now() - 60_000) : null;
      const fromAt = new Date(Date.now() + (coming ? 3_600_000 : -3_600_000));
      const appointmentId = await appointments.appoint(tx, { personId: id, ...appointment, fromAt, toAt });
      appointmentIds.push(appointmentId);
      if (!onLeave) continue;
      await tx.query(
        `insert into appointment_leave (id, appointment_id, from_at, to_at, settled_at) values (?, ?, ?, ?, ?)`,
        [newId(), appointmentId, fromAt, new Date(Date.now() + 3_600_000), fromAt],
      );
    }
    return { key, id, appointmentIds };
  });
}
