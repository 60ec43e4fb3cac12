import 'reflect-metadata';
import { Settings, SettingsError } from './platform/config/settings.js';

try {
  const settings = new Settings(process.env);
  // Loaded only now, so that a wrong setting is said at once.
  const { createApp } = await import('./create-app.js');
  const app = await createApp(settings, process.env.LINLI_LOG_LEVEL ?? 'info');
  await app.listen(settings.port, settings.host);
  // Whoever started us may have asked for any free port, and reads here which one it became.
  process.stdout.write(`linli listening on ${await app.getUrl()}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `port ${process.env.PORT ?? ''} is taken; choose another with PORT`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
