export default definePageConfig({ navigationBarTitleText: '事件', enableShareAppMessage: true });
