import Taro from '@tarojs/taro';

/** WeChat's temporary files vanish, so they are moved to where it keeps them; one it cannot keep is still good now. */
export function keepWechatFile(tempFilePath: string): Promise<string> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(tempFilePath),
    });
  });
}

/** Gives back the room of a file that is no longer wanted. */
export function forgetWechatFile(filePath: string): void {
  Taro.getFileSystemManager().removeSavedFile({ filePath, fail: () => undefined });
}
