export class PhotoDto {
  id: string;
  /** Signed and good for an hour or more; relative to the server. */
  url: string;
  thumbUrl: string;
  width: number;
  height: number;
}
