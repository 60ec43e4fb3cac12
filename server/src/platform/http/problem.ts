/** How a refusal is declared, once, beside the module that makes it. */
export interface ProblemDefinition<P> {
  /** `area/what-is-wrong`; stable, clients branch on it. */
  code: string;
  status: number;
  /** The Chinese sentence a person reads. */
  title: string | ((params: P) => string);
  retryAfterSeconds?: number | ((params: P) => number);
  /** What a screen needs to show where the trouble is; never anybody's data. */
  details?: (params: P) => object;
}

export interface FieldError {
  field: string;
  message: string;
}

/** An expected refusal; the HTTP layer turns it into problem+json. */
export class ProblemError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly errors?: FieldError[],
    readonly retryAfterSeconds?: number,
    readonly details?: object,
  ) {
    super(`${code}: ${title}`);
    this.name = 'ProblemError';
  }
}

/**
 * Declares a refusal and gives back the function that makes it:
 * `const alreadyAccepted = defineProblem<{ by: string }>({ code, status: 409, title: (p) => `${p.by}已经接了这件事` })`.
 */
export function defineProblem<P = void>(definition: ProblemDefinition<P>) {
  return (params: P, errors?: FieldError[]): ProblemError =>
    new ProblemError(
      definition.code,
      definition.status,
      typeof definition.title === 'string' ? definition.title : definition.title(params),
      errors,
      typeof definition.retryAfterSeconds === 'function'
        ? definition.retryAfterSeconds(params)
        : definition.retryAfterSeconds,
      definition.details?.(params),
    );
}
