import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { MyPrivacy } from '../../request/contract';
import { myPhones } from './my-phones';

it('one’s numbers are read from what an older version left behind as well, where there are none', () => {
  const left: unknown = { name: '王秀英', maskedPhone: '138****0001' };
  assert.deepEqual(myPhones(left as MyPrivacy), []);
  assert.deepEqual(myPhones(undefined), []);
  assert.deepEqual(myPhones({ maskedPhones: ['138****0001'] }), ['138****0001']);
});
