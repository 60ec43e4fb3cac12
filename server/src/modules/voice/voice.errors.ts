import { LIMITS } from '@linli/shared';
import { defineProblem } from '../../platform/http/problem.js';

export const notAVoice = defineProblem({
  code: 'voice/not-a-voice',
  status: 415,
  title: '这个文件不是能听的录音，请重新录一段',
});

export const voiceCutShort = defineProblem({
  code: 'voice/cut-short',
  status: 422,
  title: '录音不完整，请重新录一段',
});

export const nothingHeard = defineProblem({
  code: 'voice/nothing-heard',
  status: 422,
  title: '没有录到声音，请重新录一段',
});

export const voiceTooLong = defineProblem({
  code: 'voice/too-long',
  status: 413,
  title: `录音最长 ${LIMITS.voiceSeconds} 秒，请重新录一段短的`,
});

export const voiceTooLarge = defineProblem({
  code: 'voice/too-large',
  status: 413,
  title: `录音的文件太大了，最大 ${LIMITS.voiceBytes / 1024 / 1024} MB`,
});

export const voiceIncomplete = defineProblem({
  code: 'voice/upload-incomplete',
  status: 400,
  title: '录音没有传完，请再传一次',
});

export const voiceNotFound = defineProblem({
  code: 'voice/not-found',
  status: 404,
  title: '没有找到这段录音',
});

export const voiceLinkExpired = defineProblem({
  code: 'voice/link-expired',
  status: 403,
  title: '录音的地址过时了，请刷新再听',
});

export const voicePartUnfit = defineProblem({
  code: 'voice/part-unfit',
  status: 416,
  title: '录音没有这一段，请从头听',
});

/** The same for a recording that does not exist, is somebody else's, or already belongs to a report. */
export const voiceNotUsable = defineProblem({
  code: 'voice/not-usable',
  status: 422,
  title: '录音没有传好，请删掉它重新录一段',
});
