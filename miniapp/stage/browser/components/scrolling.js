import { watchPull } from '../pull.js';
import { defineBuiltin, numberOr, truthy } from './define.js';

export function defineScrolling(space) {
  return {
    'scroll-view': defineBuiltin(space, 'scroll-view', {
      props: [
        'scrollX',
        'scrollY',
        'scrollTop',
        'scrollLeft',
        'scrollIntoView',
        'upperThreshold',
        'lowerThreshold',
        'scrollWithAnimation',
        'enableFlex',
        'enhanced',
        'showScrollbar',
        'bounces',
        'pagingEnabled',
        'refresherEnabled',
        'refresherTriggered',
        'refresherThreshold',
        'enableBackToTop',
        'scrollAnchoring',
        'fastDeceleration',
        'type',
        'refresherDefaultStyle',
        'refresherBackground',
        'enablePassive',
        'clip',
        'reverse',
      ],
      mount: mountScrollView,
    }),
    swiper: defineBuiltin(space, 'swiper', {
      props: [
        'current',
        'currentItemId',
        'indicatorDots',
        'indicatorColor',
        'indicatorActiveColor',
        'autoplay',
        'interval',
        'duration',
        'circular',
        'vertical',
        'previousMargin',
        'nextMargin',
        'displayMultipleItems',
        'easingFunction',
        'snapToEdge',
      ],
      mount: mountSwiper,
    }),
    'swiper-item': defineBuiltin(space, 'swiper-item', { props: ['itemId', 'skipHiddenItemLayout'] }),
  };
}

function mountScrollView({ element, emit, values }) {
  let [lastTop, lastLeft] = [0, 0];
  let [atUpper, atLower] = [true, false];
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
    emit('scroll', {
      scrollTop,
      scrollLeft,
      scrollHeight,
      scrollWidth,
      deltaY: lastTop - scrollTop,
      deltaX: lastLeft - scrollLeft,
    });
    const vertical = truthy(values.scrollY);
    const before = vertical ? scrollTop : scrollLeft;
    const after = vertical ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
    const nearUpper = before <= numberOr(values.upperThreshold, 50);
    const nearLower = after <= numberOr(values.lowerThreshold, 50);
    if (nearUpper && !atUpper) emit('scrolltoupper', { direction: vertical ? 'top' : 'left' });
    if (nearLower && !atLower) emit('scrolltolower', { direction: vertical ? 'bottom' : 'right' });
    [lastTop, lastLeft, atUpper, atLower] = [scrollTop, scrollLeft, nearUpper, nearLower];
  });
  watchPull(element, {
    enabled: () => truthy(values.refresherEnabled),
    onPull: () => emit('refresherrefresh'),
  });
  const apply = {
    scrollX: () => element.toggleAttribute('data-stage-x', truthy(values.scrollX)),
    scrollY: () => element.toggleAttribute('data-stage-y', truthy(values.scrollY)),
    enableFlex: () => element.toggleAttribute('data-stage-flex', truthy(values.enableFlex)),
    scrollTop: () =>
      afterLayout(() => element.scrollTo({ top: numberOr(values.scrollTop, element.scrollTop) })),
    scrollLeft: () =>
      afterLayout(() => element.scrollTo({ left: numberOr(values.scrollLeft, element.scrollLeft) })),
    scrollIntoView: () =>
      values.scrollIntoView &&
      afterLayout(() => {
        const child = element.querySelector(`[id$="--${CSS.escape(values.scrollIntoView)}"]`);
        if (!child) return;
        const [box, own] = [child.getBoundingClientRect(), element.getBoundingClientRect()];
        element.scrollTo({
          top: element.scrollTop + box.top - own.top,
          left: element.scrollLeft + box.left - own.left,
        });
      }),
    refresherTriggered: () =>
      element.toggleAttribute('data-stage-refreshing', truthy(values.refresherTriggered)),
  };
  return { update: (name) => apply[name]?.() };
}

/** A row of cards that snaps. It does not turn its pages by itself: a test must not race a clock. */
function mountSwiper({ element, emit, values }) {
  let current = 0;
  let settle = 0;
  element.addEventListener('scroll', () => {
    clearTimeout(settle);
    settle = setTimeout(() => {
      const size = truthy(values.vertical) ? element.clientHeight : element.clientWidth;
      const next = Math.round(
        (truthy(values.vertical) ? element.scrollTop : element.scrollLeft) / (size || 1),
      );
      if (next === current) return;
      current = next;
      emit('change', { current, currentItemId: '', source: 'touch' });
      emit('animationfinish', { current, currentItemId: '', source: 'touch' });
    }, 80);
  });
  return {
    update(name, value) {
      if (name === 'vertical') element.toggleAttribute('data-stage-y', truthy(value));
      if (name !== 'current') return;
      const next = numberOr(value, 0);
      if (next === current) return;
      current = next;
      afterLayout(() => {
        element.scrollTo({
          left: next * element.clientWidth,
          top: truthy(values.vertical) ? next * element.clientHeight : 0,
        });
        emit('change', { current, currentItemId: '', source: '' });
      });
    },
  };
}

const afterLayout = (run) => requestAnimationFrame(() => run());
