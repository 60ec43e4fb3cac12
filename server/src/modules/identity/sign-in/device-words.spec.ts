import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deviceWords } from './device-words.js';

const SEEN: [string | undefined, string][] = [
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    'Chrome 浏览器，Windows 电脑',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0',
    'Edge 浏览器，Windows 电脑',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI miniProgram/wx12',
    '微信小程序，苹果手机',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel) Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0.50',
    '微信，安卓手机',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.0 Safari/605.1.15', 'Safari 浏览器，苹果电脑'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', '火狐浏览器，Linux 电脑'],
  ['node', '认不出的设备'],
  [undefined, '认不出的设备'],
];

describe('a device in words', () => {
  it('is what its owner would call it, and fits its column', () => {
    for (const [sent, words] of SEEN) assert.equal(deviceWords(sent), words, sent);
    assert.ok(SEEN.every(([sent]) => deviceWords(sent).length <= 60));
    assert.equal(deviceWords('<script>'.repeat(10_000)), '认不出的设备');
  });
});
