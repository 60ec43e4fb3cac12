export default definePageConfig({ navigationBarTitleText: '查一件事' });
