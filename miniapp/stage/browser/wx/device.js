import { record } from '../record.js';
import { isOnline, world } from '../world.js';
import { asyncCalls, eventCalls, WxFail } from './calls.js';
import { isAllowed, need } from './permission.js';

/** The phone is a fixed one, 390 × 844, like the tests' viewport. */
const statusBarHeight = 47;
const safeBottom = 34;

const windowInfo = () => ({
  pixelRatio: window.devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight:
    document.querySelector('.stage-frame:not([hidden]) .stage-scroller')?.clientHeight ?? innerHeight,
  statusBarHeight,
  screenTop: 0,
  safeArea: {
    left: 0,
    right: innerWidth,
    top: statusBarHeight,
    bottom: innerHeight - safeBottom,
    width: innerWidth,
    height: innerHeight - statusBarHeight - safeBottom,
  },
});
const deviceInfo = () => ({
  brand: 'stage',
  model: 'stage',
  system: 'Android 14',
  platform: 'android',
  abi: 'arm64-v8a',
  benchmarkLevel: 20,
  memorySize: 6144,
  cpuType: '',
});
const appBaseInfo = () => ({
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: world.appearance,
  enableDebug: false,
  fontSizeSetting: world.fontSize,
  fontSizeScaleFactor: world.fontSize / 16,
  host: { appId: 'stage', env: 'WeChat' },
});
const systemInfo = () => ({
  ...windowInfo(),
  ...deviceInfo(),
  ...appBaseInfo(),
  locationEnabled: world.location !== null,
  wifiEnabled: isOnline(),
  locationAuthorized: world.permissions.location === 'allow',
  cameraAuthorized: world.permissions.camera === 'allow',
  albumAuthorized: world.permissions.album === 'allow',
  errMsg: 'getSystemInfo:ok',
});

const networkType = () => (isOnline() ? 'wifi' : 'none');

export function createDevice({ launchOptions, app }) {
  const events = eventCalls([
    'NetworkStatusChange',
    'AppShow',
    'AppHide',
    'Error',
    'UnhandledRejection',
    'PageNotFound',
    'ThemeChange',
    'WindowResize',
    'KeyboardHeightChange',
    'MemoryWarning',
    'UserCaptureScreen',
    'NetworkWeakChange',
    'LazyLoadError',
    'AudioInterruptionBegin',
    'AudioInterruptionEnd',
  ]);
  const calls = {
    ...events.calls,
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemInfoSync: systemInfo,
    getSystemSetting: () => ({
      bluetoothEnabled: true,
      locationEnabled: world.location !== null,
      wifiEnabled: isOnline(),
      deviceOrientation: 'portrait',
    }),
    getAppAuthorizeSetting: () => ({
      albumAuthorized: world.permissions.album === 'allow' ? 'authorized' : 'denied',
      cameraAuthorized: world.permissions.camera === 'allow' ? 'authorized' : 'denied',
      locationAuthorized: world.permissions.location === 'allow' ? 'authorized' : 'denied',
      notificationAuthorized: 'authorized',
      microphoneAuthorized: world.permissions.microphone === 'allow' ? 'authorized' : 'denied',
      phoneCalendarAuthorized: 'authorized',
      bluetoothAuthorized: 'authorized',
    }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 51,
      right: 383,
      bottom: 83,
      left: 296,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wxstage', envVersion: 'release', version: '1.0.0' },
      plugin: {},
    }),
    getLaunchOptionsSync: () => launchOptions.launch,
    getEnterOptionsSync: () => launchOptions.enter,
    getUpdateManager: () => ({
      onCheckForUpdate() {},
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
    getExtConfigSync: () => ({}),
    getLogManager: () => silentLog,
    getRealtimeLogManager: () => silentLog,
    getPerformance: () => ({
      now: () => performance.now(),
      getEntries: () => [],
      createObserver: () => ({ observe() {}, disconnect() {} }),
    }),
    reportEvent() {},
    reportMonitor() {},
    reportPerformance() {},
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...asyncCalls({
      getSystemInfo: systemInfo,
      getSystemInfoAsync: systemInfo,
      getNetworkType: () => ({ networkType: networkType() }),
      async getLocation() {
        declared(app, 'getLocation');
        await need('location');
        if (!world.location) throw new WxFail('ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', { errCode: 2 });
        if (world.location.fails) throw new WxFail(world.location.fails);
        return {
          speed: -1,
          accuracy: 20,
          altitude: 0,
          verticalAccuracy: 0,
          horizontalAccuracy: 20,
          ...world.location,
        };
      },
      async getFuzzyLocation() {
        declared(app, 'getFuzzyLocation');
        await need('location');
        if (!world.location) throw new WxFail('ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', { errCode: 2 });
        return { ...world.location };
      },
      async chooseLocation() {
        declared(app, 'chooseLocation');
        await need('location');
        if (!world.location) throw new WxFail('cancel');
        return { name: '舞台选的地点', address: '', ...world.location };
      },
      openLocation: (options) => void record.openedLocations.push(options),
      async scanCode() {
        await need('camera');
        const result = world.scans.shift();
        if (result === undefined) throw new WxFail('cancel');
        return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' };
      },
      /** The phone asks once more before it calls, and the person may think better of it. */
      async makePhoneCall({ phoneNumber }) {
        if (!(await isAllowed('call'))) throw new WxFail('cancel');
        record.phoneCalls.push(phoneNumber);
      },
      setClipboardData({ data }) {
        record.clipboard = data;
      },
      getClipboardData: () => ({ data: record.clipboard }),
      vibrateShort() {
        record.vibrations += 1;
      },
      vibrateLong() {
        record.vibrations += 1;
      },
      getRandomValues: ({ length }) => ({
        randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
      }),
      hideKeyboard: () => document.activeElement?.blur?.(),
      setKeepScreenOn: () => {},
      getScreenBrightness: () => ({ value: 0.5 }),
      setScreenBrightness: () => {},
      loadFontFace: () => ({ status: 'loaded' }),
      exitMiniProgram: () => {},
    }),
  };
  return { calls, tell: events.tell, networkType };
}

const silentLog = {
  debug() {},
  info() {},
  log() {},
  warn() {},
  error() {},
  setFilterMsg() {},
  addFilterMsg() {},
  in: () => silentLog,
};

/** WeChat refuses the location calls that app.json does not declare. */
function declared(app, name) {
  if (!app.requiredPrivateInfos?.includes(name)) {
    throw new WxFail('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
  }
}
