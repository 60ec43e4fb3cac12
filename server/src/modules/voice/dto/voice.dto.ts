/** A recording that was uploaded; who uploaded it hears it again by this. */
export class VoiceNoteDto {
  id: string;
  /** Signed and good for an hour or more; relative to the server. */
  url: string;
  durationMs: number;
}
