export interface StageOptions {
  /** The folder of the built mini-program, with app.json in it. */
  weappDir: string;
  /** Every wx.request goes to this server, whatever host the program names. */
  apiBaseUrl: string;
  /** The stand-in for WeChat's servers, which makes login codes. */
  wechatBaseUrl?: string;
  /** Whom wx.login logs in, unless the launch names another. */
  person?: string;
  /** The program's AppID as our server knows it: consents to messages hold under it. */
  appId?: string;
  port?: number;
}

export interface RunningStage {
  url: string;
  close(): Promise<void>;
}

export function startStage(options: StageOptions): Promise<RunningStage>;
