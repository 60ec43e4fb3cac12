import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typedAddresses } from './typed-address.js';

const ESTATES = [
  { id: 'a', name: '安澜里' },
  { id: 'b', name: '安澜里北区' },
  { id: 'w', name: '望春园' },
];
const read = (typed: string, inBuilding = false) =>
  typedAddresses(typed, ESTATES, inBuilding).map(({ estateIds, building, entrance, room }) =>
    [estateIds?.join('+') ?? '', building ?? '', entrance ?? '', room ?? ''].join('/'),
  );

describe('an address that somebody types', () => {
  it('is read however it is written, with all that it may mean', () => {
    assert.deepEqual(read('1号楼'), ['/1//']);
    assert.deepEqual(read(' ０1 号 楼'), ['/1//']);
    assert.deepEqual(read('三幢'), ['/3//']);
    assert.deepEqual(read('2单元'), ['//2/']);
    assert.deepEqual(read('101室'), ['///101']);
    assert.deepEqual(read('1-1-101'), ['/1/1/101']);
    assert.deepEqual(read('1-101'), ['/1/101/', '/1//101']);
    assert.deepEqual(read('1-101', true), ['//1/101']);
    assert.deepEqual(read('1-1-101', true), ['/1/1/101']);
    assert.deepEqual(read('1单元101'), ['//1/101']);
    for (const typed of ['安澜里 1号楼 101', '安澜里1号楼101室', '安澜里，1 号楼，101'])
      assert.ok(read(typed).includes('a/1//101'), typed);
    assert.deepEqual(read('安澜里3幢二单元502户'), ['a/3/2/502']);
    assert.deepEqual(read('安澜里北区'), ['b///']);
    assert.deepEqual(read('安澜 101'), ['a+b/101//', 'a+b//101/', 'a+b///101']);
    assert.deepEqual(read('望春园'), ['w///']);
    assert.ok(read('5号').includes('/5//'));
  });

  it('is none where it is a room’s number, a name or nothing', () => {
    for (const typed of [
      '',
      ' ',
      '-',
      '101',
      '张三',
      '安',
      '13900000002',
      'A-1-2-3',
      '某某房地产开发有限公司',
    ])
      assert.deepEqual(read(typed), [], typed);
  });
});
