import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meansLabel, writingsOf } from './written-address.js';

test('an address is found as people type it, without the spaces of the label', () => {
  for (const [typed, label] of [
    ['安澜里3', '安澜里 3 号楼'],
    ['安澜里 3', '安澜里 3 号楼'],
    ['安澜里３号楼', '安澜里 3 号楼'],
    ['望春园15号楼', '春和社区 望春园 15 号楼'],
    ['望春园15栋', '望春园 15 号楼'],
    ['安澜里6号楼3单元301', '安澜里 6 号楼 3 单元 301'],
    ['安澜里6-3-301', '安澜里 6 号楼 3 单元 301'],
    ['6栋301', '安澜里 6 号楼 3 单元 301'],
    ['3-301', '3 单元 301'],
    // Where only buildings are to be chosen from, the door says more than is needed.
    ['望春园18号楼3单元301', '望春园 18 号楼'],
    ['anna', 'Anna Li'],
    ['', '安澜里 3 号楼'],
  ] as const)
    assert.equal(meansLabel(typed, label), true, `${typed} means ${label}`);
  for (const [typed, label] of [
    ['安澜里3', '清河湾 3 号楼'],
    ['安澜里6号楼3单元301', '安澜里 16 号楼'],
    ['安澜里6号楼3单元301', '安澜里 6 号楼 2 单元 201'],
    ['6-3-301', '安澜里 6 号楼 2 单元 301'],
    ['中心花园', '安澜里 3 号楼'],
  ] as const)
    assert.equal(meansLabel(typed, label), false, `${typed} does not mean ${label}`);
});

test('what is no address is sought as it is', () => {
  for (const typed of ['中心花园', 'AL', '13800000101'])
    assert.deepEqual(writingsOf(typed, 'door'), [[typed]]);
});
