export default definePageConfig({ navigationBarTitleText: '给居民看的名片' });
