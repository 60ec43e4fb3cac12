/** An area by id and name. */
export class AreaRefDto {
  id: string;
  name: string;
}
