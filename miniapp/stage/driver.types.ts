export interface PhotoFile {
  name: string;
  type: string;
  body: Buffer;
}

/** `#id`, or what a person reads: a text or an accessible name. */
export type Target =
  | string
  | { role: 'button' | 'tab' | 'switch' | 'radio' | 'checkbox' | 'link' | 'option'; name: string };

export type PermissionName =
  | 'camera'
  | 'album'
  | 'location'
  | 'subscribe'
  | 'phoneNumber'
  | 'privacy'
  | 'saveAlbum'
  | 'microphone'
  | 'call';

/** `ban`: only for `subscribe`, switched off for good for what is asked. */
export type PermissionAnswer = 'allow' | 'deny' | 'ask' | 'ban';

export type NetworkMode = 'on' | 'off' | 'slow' | 'timeout' | 'lost-answer';

/** How the mini-program is opened: which page, with which query, by whom, in what world. */
export interface Launch {
  path?: string;
  /** A query as text stays as it is, encoded or not; that is how WeChat hands over `q` and `scene`. */
  query?: string | Record<string, string>;
  scene?: number;
  person?: string;
  world?: {
    permissions?: Partial<Record<PermissionName, PermissionAnswer>>;
    network?: { mode: NetworkMode; delayMs?: number; afterMs?: number };
    login?: { mode: 'ok' | 'expired' | 'used' | 'fail'; person?: string; phone?: string };
    location?: { latitude: number; longitude: number; accuracy?: number; fails?: string } | null;
    scans?: string[];
    fontSize?: number;
  };
}

export interface Recorded {
  setData: { calls: number; totalBytes: number; largestBytes: number; largestAt: string };
  unknownApis: string[];
  unknownComponents: string[];
  ignoredProperties: string[];
  errors: string[];
  warnings: string[];
  requests: Array<{ kind: string; method: string; url: string; status: number; failed?: string }>;
  mostRequestsAtOnce: number;
  toasts: string[];
  phoneCalls: string[];
  subscriptions: Array<{ tmplIds: string[]; accepted: boolean }>;
  openedLocations: unknown[];
  previews: string[];
  clipboard: string;
  vibrations: number;
  savedPictures: string[];
  played: string[];
  /** As WeChat takes them: what the page left out is its title and itself. */
  shares: Array<{ from: 'button' | 'menu'; title: string; path: string; imageUrl: string }>;
}

export interface Trouble {
  errors: string[];
  unknownApis: string[];
  unknownComponents: string[];
  bundleProblems: string[];
  oversizedSetData: string[];
}

export type WorldChange =
  | 'setPermission'
  | 'setNetwork'
  | 'setLogin'
  | 'setLocation'
  | 'setFontSize'
  | 'addScan'
  | 'addToAlbum'
  | 'wipeStorage'
  | 'systemBack'
  | 'leave'
  | 'comeBack'
  | 'interruptRecording';

declare global {
  interface Window {
    __stage: {
      world: Record<WorldChange, (...args: unknown[]) => unknown>;
      record: Recorded;
      stack(): unknown[];
      sizes: Record<string, number>;
      problems: string[];
      hidden: string[];
    };
  }
}
