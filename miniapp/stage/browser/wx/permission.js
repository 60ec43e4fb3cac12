import { showDialog } from '../overlays.js';
import { keepWorld, world } from '../world.js';
import { eventCalls, WxFail } from './calls.js';

const questions = {
  location: '获取您的位置信息',
  camera: '使用您的摄像头',
  album: '访问您的相册',
  saveAlbum: '保存图片到您的相册',
  phoneNumber: '获取您的手机号',
  microphone: '使用您的麦克风',
  call: '打电话',
  privacy: '按隐私保护指引处理您的信息',
};

/**
 * Lets a call go on when the person allows it; asks them on the screen when they have not said yet.
 * What touches a person's data needs their word on the privacy notice first.
 */
export async function need(name) {
  await needPrivacy();
  if (!(await isAllowed(name))) throw new WxFail('auth deny', { errno: 103 });
}

const NEEDED = 'NeedPrivacyAuthorization';
const asking = eventCalls([NEEDED]);
/** Buttons of WeChat's own that were tapped to agree: only by such a tap is a yes believed. */
const agreedBy = new Set();

export const privacyCalls = asking.calls;

export function agreeTapped({ id }) {
  agreedBy.add(id.split('--').at(-1));
}

/** A program that listens asks in its own words; for any other WeChat asks. */
function askTheProgram() {
  return new Promise((resolve) => {
    const answer = ({ event, buttonId }) => {
      if (event === 'exposureAuthorization') return;
      const agreed = event === 'agree' && agreedBy.has(buttonId);
      if (agreed) {
        world.permissions.privacy = 'allow';
        keepWorld();
      }
      resolve(agreed);
    };
    if (asking.tell(NEEDED, answer, { referrer: 'stage' }).length === 0) resolve(isAllowed('privacy'));
  });
}

async function needPrivacy() {
  if (world.permissions.privacy === 'ask' && (await askTheProgram())) return;
  if (world.permissions.privacy === 'ask')
    throw new WxFail('privacy permission is not authorized', { errno: 104 });
  if (!(await isAllowed('privacy'))) throw new WxFail('privacy permission is not authorized', { errno: 104 });
}

export async function isAllowed(name) {
  const answer = world.permissions[name];
  if (answer !== 'ask') return answer === 'allow';
  const { answer: pressed } = await showDialog({
    title: '小程序申请',
    content: questions[name] ?? name,
    confirmText: '允许',
    cancelText: '拒绝',
  });
  world.permissions[name] = pressed === 'confirm' ? 'allow' : 'deny';
  keepWorld();
  return pressed === 'confirm';
}

const scopes = {
  'scope.userLocation': 'location',
  'scope.userFuzzyLocation': 'location',
  'scope.camera': 'camera',
  'scope.record': 'microphone',
  'scope.writePhotosAlbum': 'saveAlbum',
};

export function authSettings() {
  const settings = {};
  for (const [scope, name] of Object.entries(scopes)) {
    if (world.permissions[name] !== 'ask') settings[scope] = world.permissions[name] === 'allow';
  }
  return settings;
}

export const permissionCalls = {
  getSetting: () => ({
    authSetting: authSettings(),
    subscriptionsSetting: { mainSwitch: world.permissions.subscribe !== 'deny', itemSettings: {} },
  }),
  async openSetting() {
    const { answer } = await showDialog({
      title: '设置',
      content: '允许小程序使用位置、摄像头和相册',
      confirmText: '全部允许',
      cancelText: '不改动',
    });
    if (answer === 'confirm') {
      for (const name of ['location', 'camera', 'album', 'saveAlbum', 'microphone'])
        world.permissions[name] = 'allow';
      keepWorld();
    }
    return { authSetting: authSettings() };
  },
  async authorize({ scope }) {
    const name = scopes[scope];
    if (!name) throw new WxFail(`invalid scope ${scope}`);
    await need(name);
  },
  getPrivacySetting: () => ({
    needAuthorization: world.permissions.privacy !== 'allow',
    privacyContractName: '《小程序隐私保护指引》',
  }),
  requirePrivacyAuthorize: needPrivacy,
  async openPrivacyContract() {},
};
