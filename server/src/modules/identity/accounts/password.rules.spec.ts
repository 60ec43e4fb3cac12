import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { passwordFault } from './password.rules.js';

const worker = { account: 'shegong1', name: '王秀英' };
const faultOf = (password: string) => passwordFault(password, worker);

describe('a password somebody chooses', () => {
  it('has ten characters or more', async () => {
    assert.match((await faultOf('x9$kQ2!pz')) ?? '', /至少要 10 个字/);
    assert.equal(await faultOf('x9$kQ2!pzw'), null);
    assert.match((await faultOf(`x9$kQ2!pz${'w'.repeat(200)}`)) ?? '', /最多/);
  });

  it('is not one of those that are tried first', async () => {
    for (const common of [
      '1234567890',
      'password123!',
      'qwertyuiop',
      'woaini1314520',
      'a1b2c3d4e5',
      'shequ123456',
      'linli-2025',
      'linlilinli',
      '1111111111111',
      '1qaz2wsx3edc',
      'zhangsan1988',
      'P@ssw0rd123',
    ])
      assert.match((await faultOf(common)) ?? '', /太常见/, common);
  });

  it('does not name whose it is', async () => {
    assert.match((await faultOf('x9$kSHEGONG1pz')) ?? '', /账号/);
    assert.match((await faultOf('x9$kQ王秀英pz!')) ?? '', /姓名/);
  });

  it('is judged quickly, however it is written', async () => {
    await faultOf('warm up the lists');
    for (const hard of ['4@8({[<369&#!1/|0$5+7%2'.repeat(5), 'a4@'.repeat(42), 'aA1!'.repeat(32)]) {
      const before = performance.now();
      await faultOf(hard);
      assert.ok(performance.now() - before < 2_000, hard);
    }
  });

  it('may be anything that chance writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...'abcdefghjkmnpqrstuvwxyz23456789'), { minLength: 16, maxLength: 40 }),
        async (letters) => {
          const chosen = letters.join('');
          fc.pre(new Set(letters).size > 10);
          assert.equal(await faultOf(chosen), null, chosen);
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    );
  });
});
