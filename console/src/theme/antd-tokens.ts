import { type ThemeConfig, theme } from 'antd';

function tokenReader(): (name: string) => string {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

/**
 * antd's theme from the values of tokens.css as they are now, light or dark, so that no colour and no size is written twice.
 * Values are read rather than passed on as var(): antd computes shades from them.
 */
export function antdTheme(dark: boolean, still: boolean): ThemeConfig {
  const read = tokenReader();
  const size = (name: string) => Number.parseFloat(read(name));
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: read('brand'),
      colorPrimaryHover: read('brand-press'),
      colorPrimaryActive: read('brand-press'),
      colorPrimaryBg: read('brand-tint'),
      colorPrimaryText: read('brand-ink'),
      colorPrimaryTextHover: read('brand-ink'),
      colorPrimaryTextActive: read('brand-ink'),
      colorLink: read('brand-ink'),
      colorLinkHover: read('brand-ink'),
      colorTextLightSolid: read('on-brand'),
      colorInfo: read('doing-mark'),
      colorSuccess: read('done-mark'),
      colorWarning: read('wait-mark'),
      colorError: read('over-mark'),
      colorErrorText: read('over'),
      colorText: read('text'),
      colorTextSecondary: read('text-2'),
      colorTextTertiary: read('text-3'),
      colorTextQuaternary: read('text-3'),
      colorTextPlaceholder: read('text-3'),
      colorIcon: read('text-3'),
      colorIconHover: read('text'),
      colorBgLayout: read('page'),
      colorBgContainer: read('card'),
      colorBgElevated: read('card'),
      colorBgMask: read('scrim'),
      colorFillSecondary: read('fill'),
      colorFillTertiary: read('fill'),
      colorBorder: read('line-strong'),
      colorBorderSecondary: read('line'),
      colorSplit: read('line'),
      controlItemBgHover: read('fill'),
      controlItemBgActive: read('brand-tint'),
      controlItemBgActiveHover: read('brand-tint'),
      controlOutline: read('brand-tint'),
      boxShadow: read('shadow'),
      boxShadowSecondary: read('shadow'),
      boxShadowTertiary: read('shadow'),
      borderRadius: size('r-field'),
      borderRadiusLG: size('r-field'),
      borderRadiusSM: size('r-field'),
      controlHeight: size('s8') + size('s1'),
      controlHeightLG: size('tap'),
      controlHeightSM: size('s8'),
      fontFamily: read('font'),
      fontSize: size('fs-2'),
      fontSizeLG: size('fs-2'),
      fontSizeSM: size('fs-3'),
      fontWeightStrong: size('w-strong'),
      motion: !still,
    },
    components: {
      // Brand red means "press me"; where one is typing is told by the focus colour.
      Input: { activeBorderColor: read('focus'), hoverBorderColor: read('text-2') },
      Select: { activeBorderColor: read('focus'), hoverBorderColor: read('text-2') },
      Button: {
        fontWeight: size('w-strong'),
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
    },
  };
}
