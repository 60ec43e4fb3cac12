export default definePageConfig({ navigationBarTitleText: '监护人收回同意' });
