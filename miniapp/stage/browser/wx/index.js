import { noteUnknownApi } from '../record.js';
import { createAccount } from './account.js';
import { asyncCalls } from './calls.js';
import { createDevice } from './device.js';
import { feedbackCalls } from './feedback.js';
import { filesystemCalls } from './filesystem.js';
import { mediaCalls } from './media.js';
import { createNavigation } from './navigation.js';
import { permissionCalls, privacyCalls } from './permission.js';
import { createQueries } from './queries.js';
import { networkCalls } from './request.js';
import { soundCalls } from './sound.js';
import { storageCalls } from './storage.js';
import { createSubscriptions } from './subscriptions.js';

/** Names that a program may look for and not find without anything being wrong. */
const quietlyAbsent = new Set([
  'then',
  'cloud',
  'qy',
  'webpackJsonp',
  'toJSON',
  'nodeType',
  'tagName',
  'constructor',
]);

/** The `wx` object. What it lacks is recorded the moment the program reaches for it. */
export function createWx({ pages, tabBar, sharing, launchOptions, person, appId, app }) {
  const device = createDevice({ launchOptions, app });
  const calls = {
    ...device.calls,
    ...networkCalls,
    ...storageCalls,
    ...filesystemCalls,
    ...mediaCalls,
    ...soundCalls,
    ...feedbackCalls,
    ...asyncCalls(permissionCalls),
    ...privacyCalls,
    ...sharing.calls,
    ...createAccount({ person }),
    ...createSubscriptions({ person, appId }),
    ...createNavigation(pages, tabBar),
    ...createQueries(pages),
    canIUse: (name) => name.split('.')[0] in calls || !/^[a-z]\w+$/.test(name.split('.')[0]),
  };
  const wx = new Proxy(calls, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !quietlyAbsent.has(name)) noteUnknownApi(name);
      return target[name];
    },
  });
  return { wx, tell: device.tell, networkType: device.networkType };
}
