import { LIMITS } from '@linli/shared';
import { defineProblem } from '../../platform/http/problem.js';

export const notAPicture = defineProblem({
  code: 'photo/not-a-picture',
  status: 415,
  title: '这个文件不是能打开的照片，请换一张 JPG 或 PNG',
});

export const photoTooLarge = defineProblem({
  code: 'photo/too-large',
  status: 413,
  title: `照片太大了，最大 ${LIMITS.photoBytes / 1024 / 1024} MB`,
});

export const tooManyPixels = defineProblem({
  code: 'photo/too-many-pixels',
  status: 413,
  title: `照片的像素太多了，请换一张 ${LIMITS.photoPixels / 10_000} 万像素以内的`,
});

export const uploadIncomplete = defineProblem({
  code: 'photo/upload-incomplete',
  status: 400,
  title: '照片没有传完，请再传一次',
});

export const photoNotFound = defineProblem({
  code: 'photo/not-found',
  status: 404,
  title: '没有找到这张照片',
});

export const linkExpired = defineProblem({
  code: 'photo/link-expired',
  status: 403,
  title: '照片的地址过时了，请刷新再看',
});

/** The same for a photo that does not exist, is somebody else's, or already belongs to something. */
export const photoNotUsable = defineProblem({
  code: 'photo/not-usable',
  status: 422,
  title: '有照片没有传好，请删掉它重新拍一张',
});
