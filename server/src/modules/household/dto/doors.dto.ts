export class DoorDto {
  /** The home's id. */
  id: string;
  room: string;
}

export class EntranceDoorsDto {
  id: string;
  name: string;
  homes: DoorDto[];
}

/** A building's entrances and the rooms behind each, from the ground up; nothing of who lives there. */
export class DoorsDto {
  buildingId: string;
  buildingName: string;
  estateName: string;
  communityId: string;
  entrances: EntranceDoorsDto[];
}
