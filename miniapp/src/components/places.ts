import Taro from '@tarojs/taro';

/** Where the screens are. Paths are written here once. */
export const HOME_PAGE = '/pages/home/index';
export const PLACE_PAGE = '/pages/place/index';
const REPORT_PAGE = '/packages/incident/pages/report/index';
const MINE_PAGE = '/packages/incident/pages/mine/index';
const FOLLOWED_PAGE = '/packages/incident/pages/followed/index';
const FOLLOWING_PAGE = `${MINE_PAGE}?show=followed`;
const MESSAGES_PAGE = '/packages/me/pages/messages/index';
const MESSAGE_SETTINGS_PAGE = '/packages/me/pages/message-settings/index';
const NOTICES_PAGE = '/packages/notice/pages/list/index';
const NOTICE_PAGE = '/packages/notice/pages/detail/index';
const WORK_CARD_PAGE = '/packages/me/pages/work-card/index';
const MY_BUILDING_PAGE = '/packages/me/pages/my-building/index';
const MY_HOMES_PAGE = '/packages/me/pages/my-homes/index';
const CLAIM_HOME_PAGE = '/packages/me/pages/claim-home/index';
const PRIVACY_PAGE = '/packages/me/pages/privacy/index';
const PRIVACY_NOTICE_PAGE = '/packages/me/pages/privacy-notice/index';
const MY_DETAILS_PAGE = '/packages/me/pages/my-details/index';
const LEAVE_PAGE = '/packages/me/pages/leave/index';
const GUARDIAN_PAGE = '/packages/me/pages/guardian/index';
const GUARDIAN_CONSENT_PAGE = '/packages/me/pages/guardian-consent/index';
const HOME_CLAIMS_PAGE = '/packages/me/pages/home-claims/index';
const DEVICES_PAGE = '/packages/me/pages/devices/index';
const WORKBENCH_PAGE = '/packages/workbench/pages/list/index';
const TASK_PAGE = '/packages/workbench/pages/task/index';

/** Home for somebody who is new here, in the community of whoever sent them. */
export const homeIn = (communityId: string) => `${HOME_PAGE}?community=${communityId}`;

export const goHome = () => void Taro.switchTab({ url: HOME_PAGE });
export const goReport = () => void Taro.navigateTo({ url: REPORT_PAGE });
export const goMine = () => void Taro.navigateTo({ url: MINE_PAGE });
export const goFollowed = () => void Taro.navigateTo({ url: FOLLOWED_PAGE });
export const goFollowing = () => void Taro.navigateTo({ url: FOLLOWING_PAGE });
export const goWorkbench = () => void Taro.navigateTo({ url: WORKBENCH_PAGE });
export const goNotices = () => void Taro.navigateTo({ url: NOTICES_PAGE });
export const noticePage = (id: string) => `${NOTICE_PAGE}?id=${id}`;
export const goNotice = (id: string) => void Taro.navigateTo({ url: noticePage(id) });
export const taskPage = (id: string) => `${TASK_PAGE}?id=${id}`;
export const goTask = (id: string) => void Taro.navigateTo({ url: taskPage(id) });
export const goMessages = () => void Taro.navigateTo({ url: MESSAGES_PAGE });
export const goMessageSettings = () => void Taro.navigateTo({ url: MESSAGE_SETTINGS_PAGE });

export const goWorkCard = () => void Taro.navigateTo({ url: WORK_CARD_PAGE });
export const goMyBuilding = () => void Taro.navigateTo({ url: MY_BUILDING_PAGE });
export const myHomesPage = MY_HOMES_PAGE;
export const homeClaimsPage = HOME_CLAIMS_PAGE;
export const goMyHomes = () => void Taro.navigateTo({ url: MY_HOMES_PAGE });
export const goClaimHome = () => void Taro.navigateTo({ url: CLAIM_HOME_PAGE });
export const privacyPage = PRIVACY_PAGE;
export const goPrivacy = () => void Taro.navigateTo({ url: PRIVACY_PAGE });
export const goPrivacyNotice = () => void Taro.navigateTo({ url: PRIVACY_NOTICE_PAGE });
export const goMyDetails = () => void Taro.navigateTo({ url: MY_DETAILS_PAGE });
export const goLeave = () => void Taro.navigateTo({ url: LEAVE_PAGE });
/** In the place of the sign-in page, so that going back leads to where one was. */
export const goGuardianInstead = () => void Taro.redirectTo({ url: GUARDIAN_PAGE });
export const goGuardian = () => void Taro.navigateTo({ url: GUARDIAN_PAGE });
export const goGuardianConsent = () => void Taro.navigateTo({ url: GUARDIAN_CONSENT_PAGE });
export const goDevices = () => void Taro.navigateTo({ url: DEVICES_PAGE });
export const goHomeClaims = () => void Taro.navigateTo({ url: HOME_CLAIMS_PAGE });

/** Back where one came from; home when this was the first screen. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goHome();
}
