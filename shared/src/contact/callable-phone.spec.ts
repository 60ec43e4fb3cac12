import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { callablePhone, phoneWords } from './callable-phone.js';

describe('a number that can be called', () => {
  it('is a mobile, a landline with its area code, or a service number, however it is written', () => {
    for (const [written, digits] of [
      ['13800000101', '13800000101'],
      ['138 0000 0101', '13800000101'],
      ['+86 138-0000-0101', '13800000101'],
      ['１３８０００００１０１', '13800000101'],
      ['010-8123 4567', '01081234567'],
      ['(021)81234567', '02181234567'],
      ['0546－8123456', '05468123456'],
      ['0531-81234567', '053181234567'],
      ['400-812-3456', '4008123456'],
    ] as const)
      assert.equal(callablePhone(written), digits, written);
  });

  it('is nothing else: letters, too few or too many digits, a landline without its code, a short number', () => {
    for (const written of [
      '',
      '1380000010a',
      '1380000010',
      '138000001011',
      '12800000101',
      '8123456',
      '010-812345',
      '0546-0123456',
      '0546-812345678',
      '110',
      '12345',
      '打给我',
      '13800000101;13800000102',
    ])
      assert.equal(callablePhone(written), null, written);
  });

  it('stays itself when it is read aloud and written down again', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
    const landline = fc.stringMatching(/^(010|02\d)[1-9]\d{7}$|^0[3-9]\d{2}[1-9]\d{6,7}$/);
    const service = fc.stringMatching(/^[48]00\d{7}$/);
    fc.assert(
      fc.property(fc.oneof(mobile, landline, service), (digits) => {
        assert.equal(callablePhone(digits), digits);
        assert.equal(callablePhone(phoneWords(digits)), digits);
        assert.notEqual(phoneWords(digits), digits);
      }),
      { seed: 20261122 },
    );
  });
});
