import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { verdictOfWords } from './content.words.js';

describe('the local word list', () => {
  for (const text of [
    '找王叔，电话 13800001234',
    '138-0000-1234 打这个',
    '请联系 3-101，13812345678',
    '18:00-20:00 13812345678',
    '２号楼 １３８１２３４５６７８',
    '101 138 0000 1234',
    '138  1234  5678',
    '找李姐 0546-8123456',
    '05468123456',
    '家里（0546）812 3456',
    '北京 010 6512 3456',
    '身份证 370502199001011234',
    '卡号 6222 0202 0202 0202',
    '加我微信号 abc_12345',
    '你这个王八蛋',
    '王 八 蛋',
  ])
    it(`sends to a person: ${text}`, () => assert.equal(verdictOfWords(text).verdict, 'review'));

  for (const text of [
    '',
    '3 号楼 2 单元一楼到二楼的灯不亮',
    '2026 年 11 月 22 日 15:30 停水',
    '热线 12345 打过了，编号 20261122001',
    '3 月 05 日 08:30 到 09:30',
    '2026-05-08 12:30:00',
    '电表读数 0012345',
    '换了 3 个灯泡，花了 45 元',
  ])
    it(`lets pass: ${text || 'nothing'}`, () => assert.deepEqual(verdictOfWords(text), { verdict: 'pass' }));

  it('knows an operator’s own words', () => {
    assert.deepEqual(verdictOfWords('某某楼盘真好', ['某某楼盘']), {
      verdict: 'review',
      why: '有「某某楼盘」',
    });
  });

  it('finds a mobile number wherever it stands, and never in a shorter number', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    fc.assert(
      fc.property(
        fc.constantFrom('', '电话', '请打 '),
        digits(8),
        fc.constantFrom('', '，谢谢'),
        (a, rest, b) => {
          assert.equal(verdictOfWords(`${a}138${rest}${b}`).verdict, 'review');
          assert.equal(verdictOfWords(`${a}${rest}${b}`).verdict, 'pass');
        },
      ),
      { seed: 5341 },
    );
  });
});
