import { createNavigationBar } from './chrome.js';
import { box } from './overlays.js';
import { watchPull } from './pull.js';
import { WxFail } from './wx/calls.js';

const mostPages = 10;
const ownTabBar = 'custom-tab-bar/index';

/**
 * The page stack, with WeChat's rules: ten pages at most, tab pages kept alive, and each page's life told to it in order.
 * `framework.create(path)` makes a page's root; `styles.use` switches to its wxss.
 */
export function createPages({ bundle, framework, styles, tabBar, onChange }) {
  const { app } = bundle;
  const tabPaths = (app.tabBar?.list ?? []).map((tab) => tab.pagePath.replace(/^\//, ''));
  const allPaths = [...bundle.mainPages, ...bundle.subPackages.flatMap((sub) => sub.pages)];
  const keptTabs = new Map();
  let stack = [];

  const top = () => stack.at(-1);
  const isTab = (path) => tabPaths.includes(path);

  function call(page, name, ...args) {
    const method = page?.instance[name];
    if (typeof method !== 'function') return undefined;
    return framework.glassEasel.safeCallback(name, method, page.instance, args);
  }

  function make(path, query) {
    const config = { ...app.window, ...bundle.configs[path] };
    const custom = config.navigationStyle === 'custom';
    const scroller = box('stage-scroller');
    const frame = box('stage-frame', { 'data-page': path });
    const page = { path, query, config, frame, scroller, shown: false, ready: false };
    page.nav = createNavigationBar({
      title: config.navigationBarTitleText,
      background: config.navigationBarBackgroundColor,
      textStyle: config.navigationBarTextStyle,
      canGoBack: stack.length > 0 && !isTab(path),
      canGoHome: stack.length === 0 && !isTab(path) && path !== allPaths[0],
      onBack: () => back(1),
      onHome: () => (isTab(allPaths[0]) ? switchTab(allPaths[0]) : relaunch(allPaths[0], {})),
    });
    if (!custom) frame.append(page.nav.element);
    const view = box('stage-view', {}, scroller);
    view.classList.toggle('stage-view-full', custom);
    view.classList.toggle('stage-view-tabbed', isTab(path) && !app.tabBar.custom);
    view.style.background =
      config.backgroundColor && config.backgroundTextStyle === undefined ? config.backgroundColor : '';
    if (config.disableScroll) scroller.style.overflow = 'hidden';
    frame.append(view);
    document.getElementById('stage-pages').append(frame);
    page.root = framework.create(path);
    page.instance = page.root.get();
    Object.assign(page.instance, { route: path, __route__: path, options: query });
    if (isTab(path) && app.tabBar.custom) addOwnTabBar(page, framework);
    watchScroller(page, call);
    call(page, 'onLoad', query);
    const placeholder = box('stage-placeholder');
    scroller.append(placeholder);
    page.root.attach(scroller, placeholder);
    page.attachTabBar?.(view);
    return page;
  }

  function show(page) {
    for (const other of document.querySelectorAll('.stage-frame'))
      other.toggleAttribute('hidden', other !== page.frame);
    styles.use(page.path, [
      ...framework.componentsOf(page.path),
      ...(page.tabRoot ? [ownTabBar, ...framework.componentsOf(ownTabBar)] : []),
    ]);
    tabBar.show(page.path, isTab(page.path));
    page.frame.style.setProperty('--stage-vh', `${page.scroller.clientHeight / 100}px`);
    page.shown = true;
    call(page, 'onShow');
    for (const root of rootsOf(page)) framework.tellComponents(root, 'show');
    if (!page.ready) {
      page.ready = true;
      requestAnimationFrame(() => call(page, 'onReady'));
    }
    onChange(page);
  }

  function hide(page) {
    if (!page?.shown) return;
    page.shown = false;
    call(page, 'onHide');
    for (const root of rootsOf(page)) framework.tellComponents(root, 'hide');
  }

  function unload(page) {
    call(page, 'onUnload');
    for (const root of rootsOf(page)) root.release();
    page.frame.remove();
  }

  function checked(path, api) {
    if (!allPaths.includes(path)) throw new WxFail(`page "${path}" is not found`);
    if (isTab(path) && api !== 'switchTab' && api !== 'reLaunch')
      throw new WxFail(`can not ${api} a tabbar page`);
  }

  function open(path, query) {
    checked(path, 'navigateTo');
    if (stack.length >= mostPages) throw new WxFail('webview count limit exceed');
    hide(top());
    const page = make(path, query);
    stack.push(page);
    show(page);
    return page;
  }

  function redirect(path, query) {
    checked(path, 'redirectTo');
    const old = stack.pop();
    if (old) unload(old);
    const page = make(path, query);
    stack.push(page);
    show(page);
  }

  function relaunch(path, query) {
    checked(path, 'reLaunch');
    for (const page of [...stack].reverse()) unload(page);
    for (const page of keptTabs.values()) if (!stack.includes(page)) unload(page);
    keptTabs.clear();
    stack = [];
    const page = make(path, query);
    if (isTab(path)) keptTabs.set(path, page);
    stack.push(page);
    show(page);
  }

  function switchTab(path) {
    if (!isTab(path)) throw new WxFail('can not switch to no-tabBar page');
    if (top()?.path === path) return;
    hide(top());
    for (const page of [...stack].reverse()) if (!isTab(page.path)) unload(page);
    stack = [];
    const page = keptTabs.get(path) ?? make(path, {});
    keptTabs.set(path, page);
    stack.push(page);
    show(page);
  }

  function back(delta) {
    if (stack.length <= 1) throw new WxFail('cannot navigate back at first page');
    const leaving = stack.splice(Math.max(1, stack.length - delta));
    for (const page of leaving.reverse()) unload(page);
    show(top());
  }

  return {
    open,
    redirect,
    relaunch,
    switchTab,
    back,
    top,
    call,
    isTab,
    hideTop: () => hide(top()),
    showTop: () => top() && show(top()),
    instances: () => stack.map((page) => page.instance),
    stopPull: () => top()?.scroller.removeAttribute('data-stage-refreshing'),
    startPull: () => startPull(top(), call),
    tabIndex: (path) => tabPaths.indexOf(path),
  };
}

/** A mini-program that draws its own tab bar has one instance of it on each tab page, over the page's whole height. */
function addOwnTabBar(page, framework) {
  page.tabRoot = framework.create(ownTabBar, 'custom-tab-bar');
  page.instance.getTabBar = () => page.tabRoot.get();
  page.attachTabBar = (view) => {
    const placeholder = box('stage-placeholder');
    const holder = box('stage-own-tabs', {}, placeholder);
    view.append(holder);
    page.tabRoot.attach(holder, placeholder);
  };
}

const rootsOf = (page) => [page.root, page.tabRoot].filter(Boolean);

function startPull(page, call) {
  page.scroller.setAttribute('data-stage-refreshing', '');
  call(page, 'onPullDownRefresh');
}

function watchScroller(page, call) {
  let nearEnd = false;
  page.scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = page.scroller;
    call(page, 'onPageScroll', { scrollTop });
    const near = scrollHeight - clientHeight - scrollTop <= (page.config.onReachBottomDistance ?? 50);
    if (near && !nearEnd) call(page, 'onReachBottom');
    nearEnd = near;
  });
  watchPull(page.scroller, {
    enabled: () => page.config.enablePullDownRefresh === true,
    onPull: () => startPull(page, call),
  });
}
