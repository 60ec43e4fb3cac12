export default definePageConfig({ navigationBarTitleText: '请办的事' });
