import { hideToastBox, showChoices, showDialog, showToastBox } from '../overlays.js';
import { record } from '../record.js';
import { asyncCalls, WxFail } from './calls.js';

export const feedbackCalls = asyncCalls({
  showToast({ title = '', icon = 'success', image, duration = 1500, mask }) {
    record.toasts.push(title);
    showToastBox(title, { icon: image ? 'success' : icon, duration, mask });
  },
  hideToast: () => hideToastBox(),
  showLoading: ({ title = '', mask }) => showToastBox(title, { icon: 'loading', mask }),
  hideLoading: () => hideToastBox(),
  async showModal(options) {
    const { answer, typed } = await showDialog(options);
    return { confirm: answer === 'confirm', cancel: answer === 'cancel', content: typed ?? null };
  },
  async showActionSheet({ itemList = [], alertText }) {
    if (itemList.length === 0 || itemList.length > 6)
      throw new WxFail('parameter error: itemList should have 1 to 6 items');
    const tapIndex = await showChoices(itemList, alertText);
    if (tapIndex < 0) throw new WxFail('cancel');
    return { tapIndex };
  },
});
