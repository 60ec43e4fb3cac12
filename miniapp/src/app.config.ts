export default defineAppConfig({
  // In a browser Taro slides pages in; that is slower than our limit for motion and cannot be switched off by the system.
  animation: false,
  pages: ['pages/home/index', 'pages/me/index', 'pages/place/index', 'pages/sign-in/index'],
  subPackages: [
    {
      root: 'packages/incident',
      pages: ['pages/report/index', 'pages/detail/index', 'pages/mine/index', 'pages/followed/index'],
    },
    { root: 'packages/workbench', pages: ['pages/list/index', 'pages/task/index'] },
    { root: 'packages/notice', pages: ['pages/list/index', 'pages/detail/index'] },
    {
      root: 'packages/me',
      pages: [
        'pages/messages/index',
        'pages/message-settings/index',
        'pages/my-building/index',
        'pages/work-card/index',
        'pages/my-homes/index',
        'pages/claim-home/index',
        'pages/home-claims/index',
        'pages/privacy/index',
        'pages/my-details/index',
        'pages/leave/index',
        'pages/guardian/index',
        'pages/guardian-consent/index',
        'pages/privacy-notice/index',
        'pages/devices/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: '#FFFFFF',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F5F6F8',
  },
  tabBar: {
    custom: true,
    color: '#4A515C',
    selectedColor: '#B93127',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '邻里' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  permission: { 'scope.userLocation': { desc: '用来找到您说的地方' } },
  requiredPrivateInfos: ['getLocation'],
});
