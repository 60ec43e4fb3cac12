import { randomBytes } from 'node:crypto';
import { MessageMemory } from './stand-in.messages.js';

const CODE_LIFE_MS = 5 * 60_000;
const TOKEN_LIFE_SECONDS = 7200;

export type CodeState = 'fresh' | 'expired' | 'used';

interface Code {
  /** Whom the code stands for: an openid or a phone number is made of it. */
  person: string;
  expiresAt: number;
  used: boolean;
}

interface Fault {
  route: string;
  errcode: number;
  /** The status of the answer; anything but 200 comes without a body that means anything. */
  status: number;
  hangMs: number;
  timesLeft: number;
}

/** What WeChat would remember between calls. */
export class StandInState {
  private readonly loginCodes = new Map<string, Code>();
  private readonly phoneCodes = new Map<string, Code>();
  private readonly tokens = new Map<string, number>();
  private readonly calls = new Map<string, number>();
  private faults: Fault[] = [];
  readonly messages = new MessageMemory();

  makeLoginCode(person: string, state: CodeState): string {
    return this.makeCode(this.loginCodes, person, state);
  }

  makePhoneCode(phone: string, state: CodeState): string {
    return this.makeCode(this.phoneCodes, phone, state);
  }

  useLoginCode(code: string): { person: string } | 'invalid' | 'used' {
    return this.useCode(this.loginCodes.get(code));
  }

  usePhoneCode(code: string): { person: string } | 'invalid' | 'used' {
    return this.useCode(this.phoneCodes.get(code));
  }

  /** The stable token: the same one until it runs out, unless a new one is demanded. */
  stableToken(force: boolean): { token: string; expiresIn: number } {
    const now = Date.now();
    const living = [...this.tokens].find(([, until]) => until > now);
    if (living !== undefined && !force)
      return { token: living[0], expiresIn: Math.floor((living[1] - now) / 1000) };
    this.tokens.clear();
    const token = randomBytes(32).toString('hex');
    this.tokens.set(token, now + TOKEN_LIFE_SECONDS * 1000);
    return { token, expiresIn: TOKEN_LIFE_SECONDS };
  }

  tokenIs(token: string): 'good' | 'expired' | 'unknown' {
    const until = this.tokens.get(token);
    if (until === undefined) return 'unknown';
    return until > Date.now() ? 'good' : 'expired';
  }

  expireTokens(): void {
    for (const token of this.tokens.keys()) this.tokens.set(token, 0);
  }

  addFault(fault: Fault): void {
    this.faults.push(fault);
  }

  takeFault(route: string): Fault | null {
    const fault = this.faults.find((f) => f.route === route && f.timesLeft > 0);
    if (fault === undefined) return null;
    fault.timesLeft -= 1;
    return fault;
  }

  countCall(route: string): void {
    this.calls.set(route, (this.calls.get(route) ?? 0) + 1);
  }

  callCounts(): Record<string, number> {
    return Object.fromEntries(this.calls);
  }

  reset(): void {
    this.loginCodes.clear();
    this.phoneCodes.clear();
    this.tokens.clear();
    this.calls.clear();
    this.faults = [];
    this.messages.reset();
  }

  private makeCode(codes: Map<string, Code>, person: string, state: CodeState): string {
    const code = randomBytes(16).toString('hex');
    codes.set(code, {
      person,
      expiresAt: state === 'expired' ? 0 : Date.now() + CODE_LIFE_MS,
      used: state === 'used',
    });
    return code;
  }

  private useCode(code: Code | undefined): { person: string } | 'invalid' | 'used' {
    if (code === undefined || code.expiresAt <= Date.now()) return 'invalid';
    if (code.used) return 'used';
    code.used = true;
    return { person: code.person };
  }
}
