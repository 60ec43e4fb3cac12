export default definePageConfig({ navigationBarTitleText: '请监护人同意' });
