import { createTabBar, drawCapsule } from './chrome.js';
import { defineBuiltins } from './components/index.js';
import { exposeControls } from './controls.js';
import { createFramework } from './framework.js';
import { createPages } from './pages.js';
import { createProgram } from './program.js';
import { noteError, record } from './record.js';
import { createSharing } from './sharing.js';
import { createStyleSheets } from './style.js';
import { isOnline, onNetwork, startWorld } from './world.js';
import { createOpenTypes } from './wx/account.js';
import { addressOf } from './wx/address.js';
import { openFiles } from './wx/files.js';
import { createWx } from './wx/index.js';
import { parseQuery } from './wx/navigation.js';
import { isAllowed } from './wx/permission.js';

window.addEventListener('error', (event) => noteError(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) =>
  noteError(event.reason?.errMsg ? JSON.stringify(event.reason) : event.reason),
);

const config = JSON.parse(decodeURIComponent(document.querySelector('meta[name="stage-config"]').content));
const answer = await fetch('/bundle.json');
if (!answer.ok) {
  document.documentElement.dataset.stage = 'broken';
  throw new Error(`The mini-program cannot be compiled: ${await answer.text()}`);
}
const bundle = await answer.json();
await openFiles();

const asked = JSON.parse(new URLSearchParams(location.search).get('launch') ?? '{}');
const person = asked.person ?? config.person ?? 'stage-person';
const launchOptions = { launch: launchOf(asked), enter: launchOf(asked) };
startWorld(asked.world);

drawCapsule(document.getElementById('stage-chrome'), () => void sharing.byMenu());
const tabBar = createTabBar(document.getElementById('stage-tabs'), bundle.app.tabBar, (path) => {
  const page = pages.top();
  pages.call(page, 'onTabItemTap', { index: pages.tabIndex(path), pagePath: path });
  pages.switchTab(path);
});

let wx = null;
const { glassEasel, codeSpace, associated, builtinTags } = createFramework((space) =>
  defineBuiltins(space, {
    addressOf,
    navigate: (api, options) => wx[api]({ ...options, fail: noteNavigation }),
    openTypes: createOpenTypes({
      person,
      isAllowed,
      share: (element) => sharing.byButton(element),
      openSettings: () => wx.openSetting(),
      chooseAvatar: async () =>
        (await wx.chooseMedia({ count: 1, sourceType: ['album'] })).tempFiles[0].tempFilePath,
    }),
  }),
);

const styles = createStyleSheets(bundle.styles);
const pages = createPages({
  bundle,
  styles,
  tabBar,
  framework: {
    glassEasel,
    create(path, tag = 'page') {
      program.register(path);
      return associated.createRoot(tag, codeSpace, path);
    },
    componentsOf: (path) => program.componentsOf(path),
    tellComponents: (root, name) => root.getComponent().triggerPageLifetime(name, []),
  },
  onChange: () => {},
});
const sharing = createSharing(pages);
const made = createWx({
  pages,
  tabBar,
  sharing,
  launchOptions,
  person,
  appId: config.appId,
  app: bundle.app,
});
wx = made.wx;

const program = createProgram({
  bundle,
  codeSpace,
  builtinTags,
  scope: {
    wx,
    getCurrentPages: () => pages.instances(),
    requirePlugin: (name) => {
      throw new Error(`plugin ${name} is not on the stage`);
    },
    requireMiniProgram: () => ({}),
    __wxConfig: { ...bundle.app, envVersion: 'release' },
  },
});

function launchOf({ path, query, scene = 1001 }) {
  return {
    path: (path ?? bundle.app.entryPagePath ?? bundle.mainPages[0]).replace(/^\//, ''),
    query: typeof query === 'string' ? parseQuery(query) : (query ?? {}),
    scene,
    shareTicket: '',
    referrerInfo: {},
    apiCategory: 'default',
  };
}

function noteNavigation({ errMsg }) {
  if (!errMsg.endsWith(':ok')) record.warnings.push(errMsg);
}

function enter() {
  const { path, query } = launchOptions.enter;
  pages.relaunch(path, query);
}

const app = program.start();
const callApp = (name, ...args) => {
  if (typeof app?.[name] === 'function') glassEasel.safeCallback(name, app[name], app, args);
};

onNetwork(() =>
  made.tell('NetworkStatusChange', { isConnected: isOnline(), networkType: made.networkType() }),
);
window.addEventListener('error', (event) => callApp('onError', String(event.message)));
window.addEventListener('unhandledrejection', (event) =>
  callApp('onUnhandledRejection', { reason: event.reason }),
);

exposeControls({
  bundle,
  hidden: program.hidden,
  systemBack: () => pages.back(1),
  leave() {
    pages.hideTop();
    callApp('onHide');
    made.tell('AppHide');
  },
  comeBack(launch) {
    if (launch) launchOptions.enter = launchOf(launch);
    callApp('onShow', launchOptions.enter);
    made.tell('AppShow', launchOptions.enter);
    if (launch?.path) enter();
    else pages.showTop();
  },
  stack: () => pages.instances().map(({ route, options }) => ({ route, options })),
});

callApp('onLaunch', launchOptions.launch);
callApp('onShow', launchOptions.enter);
enter();
document.documentElement.dataset.stage = 'ready';
