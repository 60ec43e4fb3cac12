import { showChoices } from './overlays.js';
import { noteError, record } from './record.js';
import { asyncCalls } from './wx/calls.js';

/**
 * Passing a page on: by a button of the page's, or by WeChat's own menu, which a page without `onShareAppMessage` or
 * with its menu hidden does not offer. What went out is kept in the record, as WeChat would have taken it.
 */
export function createSharing(pages) {
  const hidden = new WeakSet();
  const setMenu = (shown) => () => {
    const page = pages.top();
    if (!page) return;
    if (shown) hidden.delete(page);
    else hidden.add(page);
  };

  function passOn(from, target) {
    const page = pages.top();
    const said = pages.call(page, 'onShareAppMessage', { from, ...(target ? { target } : {}) }) ?? {};
    const { title = page.config.navigationBarTitleText ?? '', path = `/${page.path}`, imageUrl = '' } = said;
    record.shares.push({ from, title, path, imageUrl });
    checkPicture(imageUrl);
  }

  return {
    calls: asyncCalls({
      showShareMenu: setMenu(true),
      hideShareMenu: setMenu(false),
      updateShareMenu: () => {},
    }),
    byButton: (element) => passOn('button', { id: element.id, dataset: { ...element.dataset } }),
    async byMenu() {
      const page = pages.top();
      const offers = typeof page?.instance.onShareAppMessage === 'function' && !hidden.has(page);
      const chosen = await showChoices(offers ? ['转发给朋友'] : ['这一页不能转发']);
      if (offers && chosen === 0) passOn('menu');
    },
  };
}

/** WeChat shows nothing where the package has no such file. */
async function checkPicture(imageUrl) {
  if (!imageUrl.startsWith('/')) return;
  const answer = await fetch(`/weapp${imageUrl}`);
  if (!answer.ok) noteError(`the shared picture ${imageUrl} is not in the package`);
}
