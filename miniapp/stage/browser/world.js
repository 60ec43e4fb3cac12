/**
 * Everything outside the program: the phone, the person's answers to system questions, the network.
 * It is kept for the life of the browser tab, so that a reload plays "the app was killed and opened again".
 */
const key = 'stage:world';

const freshWorld = () => ({
  permissions: {
    camera: 'allow',
    album: 'allow',
    location: 'allow',
    subscribe: 'allow',
    phoneNumber: 'allow',
    privacy: 'allow',
    saveAlbum: 'allow',
    microphone: 'allow',
    call: 'allow',
  },
  network: { mode: 'on' },
  login: { mode: 'ok', person: null },
  location: { latitude: 31.2304, longitude: 121.4737, accuracy: 20 },
  scans: [],
  fontSize: 16,
  appearance: 'light',
});

const kept = sessionStorage.getItem(key);
export const world = kept ? JSON.parse(kept) : freshWorld();

const networkListeners = new Set();

export function keepWorld() {
  sessionStorage.setItem(key, JSON.stringify(world));
}

/** The world a test starts in; on a reload the world as it has become stays. */
export function startWorld(asked = {}) {
  if (!kept) {
    const { permissions, ...rest } = asked;
    Object.assign(world, rest);
    Object.assign(world.permissions, permissions);
  }
  keepWorld();
}

export function setPermission(name, answer) {
  if (!(name in world.permissions)) throw new Error(`No such permission: ${name}`);
  const answers = name === 'subscribe' ? ['allow', 'deny', 'ask', 'ban'] : ['allow', 'deny', 'ask'];
  if (!answers.includes(answer)) throw new Error(`No such answer: ${answer}`);
  world.permissions[name] = answer;
  keepWorld();
}

/**
 * mode: on | off | slow (delayMs) | timeout (no answer ever comes; afterMs says when the phone gives up)
 * | lost-answer (the server hears the call, the phone never hears the answer).
 */
export function setNetwork(change) {
  const next = typeof change === 'string' ? { mode: change } : change;
  if (!['on', 'off', 'slow', 'timeout', 'lost-answer'].includes(next.mode)) {
    throw new Error(`No such network: ${next.mode}`);
  }
  world.network = next;
  keepWorld();
  for (const listener of networkListeners) listener();
}

export function onNetwork(listener) {
  networkListeners.add(listener);
  return () => networkListeners.delete(listener);
}

export const isOnline = () => world.network.mode !== 'off';

/** mode: ok | expired (wx.login gives a code WeChat's server calls expired) | fail (wx.login itself fails). */
export function setLogin(change) {
  world.login = { ...world.login, ...(typeof change === 'string' ? { mode: change } : change) };
  keepWorld();
}

/** Null means that the phone's location switch is off. */
export function setLocation(location) {
  world.location = location;
  keepWorld();
}

export function addScan(text) {
  world.scans.push(text);
  keepWorld();
}

export function setFontSize(size) {
  world.fontSize = size;
  keepWorld();
}
