import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const storageDir = mkdtempSync(join(tmpdir(), 'linli-test-photos-'));
process.on('exit', () => rmSync(storageDir, { recursive: true, force: true }));

/** The environment of a server under test; nothing of the machine's own settings leaks in. */
export function serverEnvironment(databaseUrl: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    PORT: '0',
    DATABASE_URL: databaseUrl,
    LINLI_DEMO: '1',
    LINLI_DEMO_SIZE: 'small',
    LINLI_LOG_LEVEL: 'error',
    LINLI_STORAGE_DIR: storageDir,
    // Specs age incidents, and those that mean the sweep turn it on.
    LINLI_SWEEP_MS: '0',
    LINLI_TOKEN_SECRET: 'a secret that only the tests know about',
    LINLI_DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    WECHAT_APP_ID: 'wx-test',
    WECHAT_APP_SECRET: 'test-secret',
    WECHAT_MESSAGE_TOKEN: 'test-message-token',
    WECHAT_BASE_URL: 'http://127.0.0.1:1',
    WECOM_BASE_URL: 'http://127.0.0.1:1',
    ...extra,
  };
}
