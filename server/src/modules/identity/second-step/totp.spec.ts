import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { generateSync } from 'otplib';
import { enrolmentUri, newSecret, stepOf } from './totp.js';

/** The secret of RFC 6238's test vectors, in base32, and their codes cut to six digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RFC_CODES: [number, string][] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
];
const at = (seconds: number) => new Date(seconds * 1000);

describe('one-time codes of an authenticator app', () => {
  it('are those of RFC 6238', () => {
    for (const [seconds, code] of RFC_CODES)
      assert.equal(stepOf(RFC_SECRET, code, at(seconds), 0), Math.floor(seconds / 30), code);
  });

  it('are good in their half minute, the one before and the one after, and never again once taken', () => {
    const secret = newSecret();
    fc.assert(
      fc.property(
        fc.integer({ min: 60_000, max: 70_000_000 }),
        fc.integer({ min: -3, max: 3 }),
        (step, off) => {
          const code = generateSync({ secret, epoch: step * 30 });
          const now = at((step + off) * 30 + 15);
          // Codes repeat by chance; this run's secret is random, so only the certain half is claimed.
          if (Math.abs(off) <= 1) assert.notEqual(stepOf(secret, code, now, 0), null);
          const taken = stepOf(secret, code, now, step + 1);
          assert.ok(taken === null || taken > step + 1);
        },
      ),
      { seed: 20_261_122, numRuns: 300 },
    );
  });

  it('are six digits and nothing else', () => {
    for (const code of ['', '12345', '1234567', '12345a', ' 123456', '１２３４５６', '-12345'])
      assert.equal(stepOf(RFC_SECRET, code, at(59), 0), null, code);
  });

  it('come from a secret of 160 bits, told to the app with the account', () => {
    const secret = newSecret();
    assert.match(secret, /^[A-Z2-7]{32}$/);
    assert.notEqual(secret, newSecret());
    const uri = new URL(enrolmentUri(secret, 'shegong1'));
    assert.equal(uri.protocol, 'otpauth:');
    assert.equal(uri.searchParams.get('secret'), secret);
    assert.match(decodeURIComponent(uri.pathname), /邻里共治:shegong1$/);
  });
});
