export default definePageConfig({ navigationBarTitleText: '认领一户' });
