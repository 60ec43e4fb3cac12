/** What the stage saw the program do. Tests read it; they never write it. */
export const record = {
  /** setData calls: how many, how many bytes in all, and the largest single one with its page. */
  setData: { calls: 0, totalBytes: 0, largestBytes: 0, largestAt: '' },
  /** wx abilities the program asked for that the stage does not have. Loud: a test should want none. */
  unknownApis: [],
  /** Built-in components a template used that the stage does not draw. */
  unknownComponents: [],
  /** Properties set on components that the stage does not look at, `tag.property`, each once. */
  ignoredProperties: [],
  /** Errors thrown or rejected inside the program, and console.error lines. */
  errors: [],
  warnings: [],
  requests: [],
  mostRequestsAtOnce: 0,
  toasts: [],
  phoneCalls: [],
  subscriptions: [],
  openedLocations: [],
  previews: [],
  clipboard: '',
  vibrations: 0,
  savedPictures: [],
  played: [],
  shares: [],
};

export function noteUnknownApi(name) {
  if (record.unknownApis.includes(name)) return;
  record.unknownApis.push(name);
  console.error(`[stage] the program asked for wx.${name}, which the stage does not have`);
}

export function noteOnce(list, text) {
  if (!list.includes(text)) list.push(text);
}

export function noteError(error) {
  record.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

const encoder = new TextEncoder();

export function countSetData(where, data) {
  const bytes = encoder.encode(JSON.stringify(data) ?? '').length;
  record.setData.calls += 1;
  record.setData.totalBytes += bytes;
  if (bytes > record.setData.largestBytes) {
    record.setData.largestBytes = bytes;
    record.setData.largestAt = where;
  }
}
