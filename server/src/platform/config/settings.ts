import { Buffer } from 'node:buffer';
import { readTemplate, type SubscribeTemplate, TEMPLATE_KEYS } from '../wechat/subscribe-templates.js';
import { SettingsError } from './settings-error.js';

export { SettingsError } from './settings-error.js';

/** For whom the second step at sign-in is not a choice. */
export const SECOND_STEP_RULES = ['off', 'admins', 'staff'] as const;
export type SecondStepRule = (typeof SECOND_STEP_RULES)[number];

/** A few streets for tests and a quick look, or a subdistrict at its true size. */
export const DEMO_SIZES = ['full', 'small'] as const;
export type DemoSize = (typeof DEMO_SIZES)[number];

export interface WechatSettings {
  baseUrl: string;
  appId: string;
  appSecret: string;
  /** Templates of subscribe messages; none means that people are not told by WeChat. */
  templates: SubscribeTemplate[];
  /** What WeChat signs its messages to us with; empty when they are not set up. */
  messageToken: string;
}

/** Everything the environment decides, read and checked once at start. */
export class Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly production: boolean;
  readonly demo: boolean;
  readonly demoSize: DemoSize;
  readonly storageDir: string;
  readonly tokenSecret: string;
  /** 32 bytes: encrypts phones and keys their blind index. */
  readonly dataKey: Buffer;
  readonly publicUrl: string;
  /** Off in the demo, where anyone may be anyone, unless it is asked for. */
  readonly secondStepRule: SecondStepRule;
  readonly wechat: WechatSettings;
  /** Where the robots of WeCom groups are; no other address is ever called for them. */
  readonly wecomBaseUrl: string;
  /** Words that an operator wants a person to look at before others see them. */
  readonly wordList: readonly string[];
  readonly miniappDir: string | null;
  readonly consoleDir: string | null;
  /** Where the console's maps get pictures of the ground, with {z}, {x} and {y}; null: our own outlines alone. */
  readonly mapTiles: string | null;
  /** How often to look for events that nobody told of; 0 runs no effects in this process. */
  readonly dispatchMs: number;
  /** How long a process may be silent before another takes over the event it had. */
  readonly leaseMs: number;
  readonly eventsKeepDays: number;
  /** How long a picture or recording is kept that nothing was reported with. */
  readonly uploadsKeepDays: number;
  /** How long one-time codes and tickets between the steps of signing in are kept. */
  readonly codesKeepDays: number;
  /** How long a sign-in is kept that nobody uses any more. */
  readonly sessionsKeepDays: number;
  readonly messagesKeepDays: number;
  /** How long somebody who wants to leave may think better of it. */
  readonly erasureDays: number;
  readonly liveBeatMs: number;
  /** How often to look for clocks on which something has become due; 0 never looks in this process. */
  readonly sweepMs: number;
  /** How long before the city hotline's date its orders are told to be due soon, the longest first. */
  readonly hotlineWarnHours: readonly number[];

  constructor(environment: NodeJS.ProcessEnv) {
    const read = new EnvironmentReader(environment);
    this.port = read.port('PORT', 3000);
    this.host = read.text('HOST', '127.0.0.1');
    this.production = read.text('NODE_ENV', 'development') === 'production';
    this.demo = read.text('LINLI_DEMO', '') === '1';
    this.demoSize = read.oneOf('LINLI_DEMO_SIZE', DEMO_SIZES, 'full');
    if (this.demo && this.production) {
      throw new SettingsError(
        'LINLI_DEMO=1 lets anyone sign in without a password; it cannot run with NODE_ENV=production',
      );
    }
    this.databaseUrl = read.url('DATABASE_URL', 'mysql:');
    this.storageDir = read.text('LINLI_STORAGE_DIR');
    this.tokenSecret = read.secret('LINLI_TOKEN_SECRET', 32);
    this.dataKey = read.key('LINLI_DATA_KEY', 32);
    this.publicUrl = read.text('LINLI_PUBLIC_URL', `http://${this.host}:${this.port}`).replace(/\/+$/, '');
    this.secondStepRule = read.oneOf('LINLI_TOTP_REQUIRED', SECOND_STEP_RULES, this.demo ? 'off' : 'admins');
    this.wechat = {
      baseUrl: read.text('WECHAT_BASE_URL', 'https://api.weixin.qq.com').replace(/\/+$/, ''),
      appId: read.text('WECHAT_APP_ID', ''),
      appSecret: read.text('WECHAT_APP_SECRET', ''),
      templates: TEMPLATE_KEYS.flatMap((key) => {
        const variable = `WECHAT_TEMPLATE_${key.toUpperCase()}`;
        const text = read.text(variable, '');
        return text === '' ? [] : [readTemplate(key, variable, text)];
      }),
      messageToken: read.text('WECHAT_MESSAGE_TOKEN', ''),
    };
    this.wecomBaseUrl = read.webAddress('WECOM_BASE_URL', 'https://qyapi.weixin.qq.com').replace(/\/+$/, '');
    this.wordList = read
      .text('LINLI_WORD_LIST', '')
      .split(/[,，\s]+/)
      .filter(Boolean);
    this.miniappDir = read.text('LINLI_MINIAPP_DIR', '') || null;
    this.consoleDir = read.text('LINLI_CONSOLE_DIR', '') || null;
    this.mapTiles = read.tiles('LINLI_MAP_TILES');
    this.dispatchMs = read.wholeNumber('LINLI_DISPATCH_MS', 1_000, { from: 0, to: 3_600_000 });
    this.leaseMs = read.wholeNumber('LINLI_LEASE_MS', 30_000, { from: 500, to: 3_600_000 });
    this.uploadsKeepDays = read.wholeNumber('LINLI_UPLOADS_KEEP_DAYS', 30, { from: 1, to: 3_650 });
    this.codesKeepDays = read.wholeNumber('LINLI_CODES_KEEP_DAYS', 7, { from: 1, to: 365 });
    // No shorter than a refresh token lives, and than an event may be told again.
    this.sessionsKeepDays = read.wholeNumber('LINLI_SESSIONS_KEEP_DAYS', 180, { from: 31, to: 3_650 });
    this.messagesKeepDays = read.wholeNumber('LINLI_MESSAGES_KEEP_DAYS', 365, { from: 60, to: 3_650 });
    this.erasureDays = read.wholeNumber('LINLI_ERASURE_DAYS', 15, { from: 0, to: 90 });
    this.eventsKeepDays = read.wholeNumber('LINLI_EVENTS_KEEP_DAYS', 30, { from: 1, to: 3_650 });
    this.liveBeatMs = read.wholeNumber('LINLI_LIVE_BEAT_MS', 20_000, { from: 100, to: 30_000 });
    this.hotlineWarnHours = read.hours('LINLI_HOTLINE_WARN_HOURS', '24,2');
    this.sweepMs = read.wholeNumber('LINLI_SWEEP_MS', 5_000, { from: 0, to: 3_600_000 });
  }
}

class EnvironmentReader {
  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  text(name: string, otherwise?: string): string {
    const value = this.environment[name]?.trim();
    if (value !== undefined && value !== '') return value;
    if (otherwise === undefined) throw new SettingsError(`${name} is not set`);
    return otherwise;
  }

  /** The address of a tile server, as maps write it; null when there is none. */
  tiles(name: string): string | null {
    const value = this.text(name, '');
    if (value === '') return null;
    const whole =
      /^https?:\/\/[^\s/]+\//.test(value) && ['{z}', '{x}', '{y}'].every((one) => value.includes(one));
    if (!whole)
      throw new SettingsError(`${name} must be an http or https address with {z}, {x} and {y} in it`);
    return value;
  }

  oneOf<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
    const value = this.text(name, otherwise);
    const choice = choices.find((one) => one === value);
    if (choice === undefined) throw new SettingsError(`${name} must be one of ${choices.join(', ')}`);
    return choice;
  }

  port(name: string, otherwise: number): number {
    const port = Number(this.text(name, String(otherwise)));
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new SettingsError(`${name} must be a port between 0 and 65535`);
    }
    return port;
  }

  wholeNumber(name: string, otherwise: number, { from, to }: { from: number; to: number }): number {
    const value = Number(this.text(name, String(otherwise)));
    if (!Number.isInteger(value) || value < from || value > to) {
      throw new SettingsError(`${name} must be a whole number between ${from} and ${to}`);
    }
    return value;
  }

  /** Several numbers of hours, the longest first: 「24,2」. */
  hours(name: string, otherwise: string): readonly number[] {
    const hours = this.text(name, otherwise)
      .split(/[,，\s]+/)
      .map(Number);
    if (hours.length > 5 || hours.some((one) => !(one > 0 && one <= 720)))
      throw new SettingsError(`${name} must be up to five numbers of hours between 0 and 720, such as 24,2`);
    return hours.sort((one, other) => other - one);
  }

  url(name: string, protocol: string): string {
    const value = this.text(name);
    if (!URL.canParse(value) || new URL(value).protocol !== protocol) {
      throw new SettingsError(`${name} must be a URL that begins with ${protocol}//`);
    }
    return value;
  }

  webAddress(name: string, otherwise: string): string {
    const value = this.text(name, otherwise);
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
      throw new SettingsError(`${name} must be a URL that begins with https://`);
    }
    return value;
  }

  secret(name: string, length: number): string {
    const value = this.text(name);
    if (value.length < length) throw new SettingsError(`${name} must have at least ${length} characters`);
    return value;
  }

  key(name: string, bytes: number): Buffer {
    const key = Buffer.from(this.text(name), 'base64');
    if (key.length !== bytes) throw new SettingsError(`${name} must be ${bytes} bytes in base64`);
    return key;
  }
}
