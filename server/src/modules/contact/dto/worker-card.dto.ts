/** Somebody who serves a place. The number is there only while they agree and are appointed there. */
export class WorkerDto {
  name: string;
  roleLabel: string;
  phone: string | null;
}

/** Whom to call here. */
export class WorkerCardDto {
  gridName: string | null;
  communityName: string;
  workers: WorkerDto[];

  /** The number on which the community answers. */
  dutyPhone: string | null;
}
