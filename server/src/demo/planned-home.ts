import type { HomeRelation } from '@linli/shared';

/** How somebody came to belong to a home. */
export type Coming =
  /** Their verified number stands in the owner register. */
  | 'matched'
  | 'confirmed-by-captain'
  | 'confirmed-by-staff'
  /** Old people and children, whom staff wrote down. */
  | 'entered'
  | 'waiting'
  | 'refused'
  /** Came, and moved out again. */
  | 'left';

export interface PlannedResident {
  name: string;
  /** Whom the demo knows by this key already; they have their login and have agreed. */
  key?: string;
  /** Absent: they have no login of their own. */
  phone?: string;
  relation: HomeRelation;
  livesHere: boolean;
  coming: Coming;
  /** How long ago they came, as a share of the whole time that is told. */
  ago: number;
}

export interface PlannedHome {
  /** `estate name`. */
  building: string;
  estate: string;
  buildingName: string;
  entrance: number;
  floor: number;
  room: string;
  /** In square metres, as ledgers write it. */
  area: string;
  owners: { name: string; phone: string | null }[];
  share: string;
  titleNumber: string;
  residents: PlannedResident[];
}

/** Of no land registry. */
export const titleNumberOf = (number: number) =>
  `演（2025）澄湖不动产权第${String(Math.floor(number)).padStart(7, '0')}号`;
