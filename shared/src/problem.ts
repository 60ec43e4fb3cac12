/** A refusal as RFC 9457 puts it, with what our clients need. `title` is a Chinese sentence for a person. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** `area/what-is-wrong`, stable; clients branch on it, never on `title`. */
  code: string;
  /** By field, for forms. */
  errors?: { field: string; message: string }[];
  /** Quoted by people who ask for help; also in the server's log. */
  requestId?: string;
  /** Seconds until trying again makes sense. */
  retryAfterSeconds?: number;
  /** Where the trouble is, for screens that can show it; what is in it goes with the code. */
  details?: object;
}
