import 'reflect-metadata';
import { createApp } from './create-app.js';
import { Settings, SettingsError } from './platform/config/settings.js';

try {
  const settings = new Settings(process.env);
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
