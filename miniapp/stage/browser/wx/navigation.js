import { asyncCalls, WxFail } from './calls.js';

/** Pages are named by address; the query's values stay encoded, as WeChat leaves them. */
export function parseUrl(url, from) {
  const [path, query = ''] = String(url).split('?');
  const parts = path.startsWith('/') ? [] : (from ?? '').split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return { path: parts.join('/'), query: parseQuery(query) };
}

export function parseQuery(text) {
  const query = {};
  for (const pair of text.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    if (at < 0) query[pair] = '';
    else query[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return query;
}

export function createNavigation(pages, tabBar) {
  const at = (url) => parseUrl(url, pages.top()?.path);
  const calls = asyncCalls({
    navigateTo({ url, events = {} }) {
      const { path, query } = at(url);
      const page = pages.open(path, query);
      const channel = eventChannel(events);
      page.instance.getOpenerEventChannel = () => channel;
      return { eventChannel: channel };
    },
    redirectTo({ url }) {
      const { path, query } = at(url);
      pages.redirect(path, query);
    },
    reLaunch({ url }) {
      const { path, query } = at(url);
      pages.relaunch(path, query);
    },
    switchTab: ({ url }) => pages.switchTab(at(url).path),
    navigateBack: ({ delta = 1 } = {}) => pages.back(delta),
    setNavigationBarTitle: ({ title }) => pages.top().nav.setTitle(title),
    setNavigationBarColor: ({ frontColor, backgroundColor }) =>
      pages.top().nav.setColors(frontColor, backgroundColor),
    showNavigationBarLoading: () => {},
    hideNavigationBarLoading: () => {},
    hideHomeButton: () => {},
    setBackgroundColor: () => {},
    setBackgroundTextStyle: () => {},
    startPullDownRefresh: () => pages.startPull(),
    stopPullDownRefresh: () => pages.stopPull(),
    pageScrollTo({ scrollTop, selector, offsetTop = 0 }) {
      const { scroller } = pages.top();
      if (selector === undefined) return scroller.scrollTo({ top: scrollTop ?? 0 });
      const target = scroller.querySelector(selector.replace(/#([\w-]+)/g, '[id$="--$1"]'));
      if (!target) throw new WxFail(`selector "${selector}" not found`);
      const top = target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      return scroller.scrollTo({ top: scroller.scrollTop + top + offsetTop });
    },
    setTabBarBadge: ({ index, text }) => tabBar.badge(index, String(text).slice(0, 4)),
    removeTabBarBadge: ({ index }) => tabBar.badge(index, null),
    showTabBarRedDot: ({ index }) => tabBar.badge(index, ''),
    hideTabBarRedDot: ({ index }) => tabBar.badge(index, null),
    setTabBarItem: ({ index, ...change }) => tabBar.item(index, change),
    setTabBarStyle: () => {},
    showTabBar: () => tabBar.show(pages.top().path, true),
    hideTabBar: () => tabBar.show(pages.top().path, false),
    enableAlertBeforeUnload: () => {},
    disableAlertBeforeUnload: () => {},
  });
  const nextTick = (run) => setTimeout(run);
  return { ...calls, nextTick };
}

function eventChannel(opened) {
  const bound = new Map(Object.entries(opened).map(([name, listener]) => [name, [listener]]));
  return {
    emit: (name, ...args) => {
      for (const listener of bound.get(name) ?? []) listener(...args);
    },
    on: (name, listener) => bound.set(name, [...(bound.get(name) ?? []), listener]),
    once: (name, listener) => bound.set(name, [...(bound.get(name) ?? []), listener]),
    off: (name) => bound.delete(name),
  };
}
