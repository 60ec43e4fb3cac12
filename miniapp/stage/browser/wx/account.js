import { world } from '../world.js';
import { asyncCalls, WxFail } from './calls.js';
import { agreeTapped } from './permission.js';

/** Codes come from the stand-in for WeChat's servers, so that our server can really exchange them. */
export async function askForCode(path, body) {
  if (world.network.mode === 'off') throw new WxFail('net::ERR_INTERNET_DISCONNECTED');
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new WxFail(
      `the stage got no code from the WeChat stand-in (${decodeURIComponent(answer.headers.get('x-stage-unreachable') ?? answer.status)})`,
    );
  return (await answer.json()).code;
}

export function createAccount({ person }) {
  return asyncCalls({
    async login() {
      if (world.login.mode === 'fail') throw new WxFail('system error');
      const state = world.login.mode === 'ok' ? 'fresh' : world.login.mode;
      return {
        code: await askForCode('/stand-in/login-codes', { person: world.login.person ?? person, state }),
      };
    },
    checkSession: () => {},
    getUserInfo: () => ({ userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0 } }),
    getUserProfile: () => ({ userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0 } }),
  });
}

/** What a button's open-type does when it is tapped. */
export function createOpenTypes({ person, isAllowed, share, openSettings, chooseAvatar }) {
  return {
    async getPhoneNumber({ emit }) {
      if (!(await isAllowed('phoneNumber')))
        return emit('getphonenumber', { errMsg: 'getPhoneNumber:fail user deny', errno: 1400001 });
      try {
        const code = await askForCode('/stand-in/phone-codes', {
          phone: world.login.phone ?? '13800000000',
          person,
        });
        emit('getphonenumber', { errMsg: 'getPhoneNumber:ok', code });
      } catch (error) {
        emit('getphonenumber', { errMsg: `getPhoneNumber:fail ${error.message}` });
      }
    },
    share: ({ element }) => share(element),
    openSetting: ({ emit }) => openSettings().then((detail) => emit('opensetting', detail)),
    chooseAvatar: ({ emit }) =>
      chooseAvatar().then(
        (avatarUrl) => emit('chooseavatar', { avatarUrl }),
        () => {},
      ),
    agreePrivacyAuthorization: ({ element, emit }) => {
      agreeTapped(element);
      emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
    },
    contact: ({ emit }) => emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} }),
    getUserInfo: ({ emit }) =>
      emit('getuserinfo', { errMsg: 'getUserInfo:ok', userInfo: { nickName: '微信用户', avatarUrl: '' } }),
    feedback() {},
  };
}
