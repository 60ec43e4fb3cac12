import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { chromiumOptions, openStage, type Phone } from './driver.js';
import type { Launch } from './driver.types.js';
import { type RunningStage, startStage } from './server.mjs';

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the weapp stage', () => {
  let browser: Browser;
  let server: Server;
  let stage: RunningStage;
  let phone: Phone;
  const heard: string[] = [];

  before(async () => {
    server = await startEcho(heard);
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stage = await startStage({
      weappDir: join(import.meta.dirname, 'fixture'),
      apiBaseUrl: baseUrl,
      wechatBaseUrl: baseUrl,
      person: 'neighbour-1',
    });
    browser = await chromium.launch(chromiumOptions);
  });

  after(async () => {
    await browser?.close();
    await stage?.close();
    server?.close();
  });

  afterEach(async () => {
    await phone?.close();
  });

  const open = async (launch?: Launch) => {
    phone = await openStage(browser, stage, launch);
  };

  it('draws the first page with its wxs, its component and its rpx', async () => {
    await open({ query: { name: '王芳' } });
    await phone.see('您好，王芳');
    await phone.see('加到 7');
    const half = await (await phone.see('#half')).boundingBox();
    // 375rpx is half of 390, and 30rpx of padding on either side.
    assert.equal(Math.round(half?.width ?? 0), Math.round(195 + (60 / 750) * 390));
    assert.equal(await phone.title(), '首页');
    const style = await (await phone.see('加到 7')).evaluate((element) => {
      const { textIndent, letterSpacing } = getComputedStyle(element);
      return { textIndent, letterSpacing };
    });
    // The component's own wxss reaches it; the app's does not.
    assert.deepEqual(style, { textIndent: '39px', letterSpacing: 'normal' });
  });

  it('takes a tap to the handler, lets it bubble, and keeps disabled buttons still', async () => {
    await open();
    await phone.tap('#plus');
    await phone.see('数到 1，冒泡 1，组件 0');
    await (await phone.see('#never')).tap({ force: true });
    await phone.tap('#counter');
    await phone.see('数到 1，冒泡 1，组件 8');
  });

  it('takes typing to bindinput, bindconfirm, bindblur and the form', async () => {
    await open({ path: 'pages/field/index' });
    await phone.type('名字', '李小明同学你好');
    await phone.see('听到 李小明同学你');
    await phone.pressEnter();
    await phone.see('确认 李小明同学你，离开');
    await phone.type('#words', '路灯不亮');
    await phone.tap({ role: 'switch', name: '同意' });
    await phone.see('同意 true');
    await phone.tap('#kind');
    await phone.tap('垃圾');
    await phone.tap('确定');
    await phone.see('种类：垃圾');
    await phone.tap('#send');
    await phone.see('李小明同学你/路灯不亮/true');
  });

  it('refuses an eleventh page, and goes back one at a time', async () => {
    await open();
    await phone.tap('#go');
    for (let n = 3; n <= 10; n += 1) {
      await phone.tap('#next');
      await phone.see(`第 ${n} 步`);
    }
    await phone.tap('#next');
    await phone.see('webview count limit exceed');
    assert.equal((await phone.pages()).length, 10);
    await phone.back();
    await phone.see('第 9 步');
    assert.equal((await phone.pages()).length, 9);
  });

  it('keeps tab pages alive and tells the app when it is left', async () => {
    await open();
    await phone.tab('我的');
    await phone.see('来过 1 次');
    await phone.tab('首页');
    await phone.tab('我的');
    await phone.see('来过 2 次');
    await phone.world('leave');
    await phone.world('comeBack');
    await phone.see('生平：launch pages/home/index，show，hide，show');
  });

  it('keeps storage when the program is killed, and loses it when it is deleted', async () => {
    await open();
    await phone.tap('#keep');
    await phone.see('已记');
    await phone.killAndReopen();
    await phone.see('答：记住的话');
    await phone.world('wipeStorage');
    await phone.killAndReopen();
    await phone.doNotSee('答：记住的话');
  });

  it('passes a page on by a button and by the menu, unless the page hides it', async () => {
    await open();
    await phone.tap('更多操作');
    await phone.tap('这一页不能转发');
    await phone.tab('我的');
    await phone.tap('#pass-on');
    await phone.tap('更多操作');
    await phone.tap('转发给朋友');
    const path = '/pages/field/index?n=1';
    assert.deepEqual((await phone.recorded()).shares, [
      { from: 'button', title: '来看看（button）', path, imageUrl: '' },
      { from: 'menu', title: '来看看（menu）', path, imageUrl: '' },
    ]);
    await phone.tap('#hide-menu');
    await phone.tap('更多操作');
    await phone.see('这一页不能转发');
  });

  it('brings refused permissions to the program as failures', async () => {
    await open({ world: { permissions: { album: 'deny', location: 'ask' } } });
    await phone.tap('#photo');
    await phone.see('chooseMedia:fail auth deny');
    await phone.tap('#where');
    await phone.tap('拒绝');
    await phone.see('getLocation:fail auth deny');
    await phone.permit('location', 'allow');
    await phone.tap('#where');
    await phone.see('纬度 31.2304');
    await phone.world('setLocation', null);
    await phone.tap('#where');
    await phone.see('LOCATIONSWITCHOFF');
  });

  it('sends requests to the real server, and plays being offline, timeouts and lost answers', async () => {
    await open();
    await phone.tap('#ask');
    await phone.see('200 在吗');
    await phone.network('off');
    await phone.tap('#ask');
    await phone.see('request:fail net::ERR_INTERNET_DISCONNECTED');
    await phone.network('timeout');
    await phone.tap('#ask');
    await phone.see('request:fail timeout');
    const before = heard.length;
    await phone.network({ mode: 'lost-answer' });
    await phone.tap('#keep');
    await phone.see('已记');
    await phone.tap('#ask');
    await phone.see('request:fail timeout');
    assert.equal(heard.length, before + 1);
  });

  it('hands over pictures from the album and uploads them, fields first', async () => {
    await open();
    await phone.putInAlbum([{ name: 'lamp.png', type: 'image/png', body: onePixel }]);
    await phone.tap('#photo');
    await phone.see('传了 200');
    await phone.see('数到 100，冒泡 0，组件 1');
    const body = heard.at(-1) ?? '';
    assert.ok(body.indexOf('photo-1') < body.indexOf('filename'), 'the field must come before the file');
  });

  it('gets login codes for its person, fresh or expired', async () => {
    await open();
    await phone.tap('#login');
    await phone.see('码 neighbour-1-fresh');
    await phone.world('setLogin', 'expired');
    await phone.tap('#login');
    await phone.see('码 neighbour-1-expired');
  });

  it('hides the browser from the program, and lets it fill a gap itself', async () => {
    await open();
    await phone.tap('#hidden');
    await phone.see('都看不见，补上后是 function');
  });

  it('records abilities it does not have, and counts setData', async () => {
    await open();
    assert.deepEqual((await phone.trouble()).unknownApis, []);
    await phone.tap('#strange');
    await phone.see('答：undefined');
    assert.deepEqual((await phone.trouble()).unknownApis, ['flyToTheMoon']);
    await phone.tap('#big');
    const { setData } = await phone.recorded();
    assert.ok(setData.largestBytes >= 90_000, `${setData.largestBytes}`);
    assert.equal(setData.largestAt, 'pages/home/index');
    assert.equal((await phone.trouble()).oversizedSetData.length, 1);
  });

  it('draws dialogs that are tapped, and pulls to refresh', async () => {
    await open();
    await phone.tap('#confirm');
    await phone.see('要继续吗');
    await phone.tap('取消');
    await phone.see('答：算了');
    await phone.pullDown();
    await phone.see('答：刷新了');
  });
});

/** Stands for the API and for WeChat: says back what it hears, and makes login codes that can be told apart. */
async function startEcho(heard: string[]): Promise<Server> {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      heard.push(body);
      const sent = req.headers['content-type']?.startsWith('application/json')
        ? JSON.parse(Buffer.concat(chunks).toString('utf8'))
        : { length: body.length };
      const answer = req.url === '/stand-in/login-codes' ? { code: `${sent.person}-${sent.state}` } : sent;
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
