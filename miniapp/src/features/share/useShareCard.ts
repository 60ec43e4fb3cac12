import Taro, { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { useCallback, useEffect } from 'react';
import { HOME_PAGE } from '../../components/places';
import { absolute } from '../../request/api-base';
import { DRAWN_PICTURE, type ShareCard } from './share-card';

/** What WeChat's own menu passes on from this page; null hides the menu. The page's config has to allow sharing. */
export function useShareCard(card: ShareCard | null): void {
  useShareAppMessage(() => {
    const { title, path, imageUrl } = card ?? { title: '邻里，身边的事一起办', path: HOME_PAGE };
    return { title, path, imageUrl: imageUrl ? absolute(imageUrl) : DRAWN_PICTURE };
  });
  const shared = card !== null;
  // The menu belongs to whichever page is in front, so it is set again when this one comes back.
  const setMenu = useCallback(() => {
    if (process.env.TARO_ENV !== 'weapp') return;
    if (shared) void Taro.showShareMenu({});
    else void Taro.hideShareMenu({});
  }, [shared]);
  useEffect(setMenu, [setMenu]);
  useDidShow(setMenu);
}
