/** A node:test reporter that says everything we need as one JSON value a line. */
export default async function* events(source) {
  for await (const { type, data } of source) {
    if (type === 'test:start') yield say({ type, name: data.name, nesting: data.nesting, file: data.file });
    if (type === 'test:pass' || type === 'test:fail') {
      const { error, duration_ms: ms, type: kind } = data.details ?? {};
      yield say({
        type,
        name: data.name,
        nesting: data.nesting,
        file: data.file,
        suite: kind === 'suite',
        skipped: data.skip !== undefined || data.todo !== undefined,
        onlyByItsParts: error?.failureType === 'subtestsFailed',
        ms,
        why: error === undefined ? undefined : whyOf(error),
      });
    }
    if (type === 'test:stdout' || type === 'test:stderr')
      yield say({ type, file: data.file, text: data.message });
  }
}

const say = (value) => `${JSON.stringify(value)}\n`;

function whyOf(error) {
  const cause = error.cause ?? error;
  if (typeof cause === 'string') return cause;
  const stack = cause.stack ?? String(cause);
  return stack.includes(cause.message ?? '') ? stack : `${cause.message}\n${stack}`;
}
