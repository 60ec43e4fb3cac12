import { defineBuiltin, numberOr, truthy } from './define.js';

/** Boxes: they hold other things and do little themselves. */
export function defineContainers(space, { navigate }) {
  const plain = (tag, extra) => [tag, defineBuiltin(space, tag, extra)];
  return Object.fromEntries([
    plain('view'),
    plain('cover-view'),
    plain('root-portal', { props: ['enable'] }),
    plain('movable-area'),
    plain('movable-view'),
    plain('sticky-header'),
    plain('sticky-section'),
    plain('match-media'),
    plain('page-meta'),
    plain('text', {
      props: ['selectable', 'space', 'decode', 'userSelect', 'overflow', 'maxLines'],
      mount: mountText,
    }),
    plain('page-container', {
      props: ['show', 'position', 'round', 'overlay', 'duration', 'zIndex'],
      mount: mountPageContainer,
    }),
    plain('navigator', {
      props: ['url', 'openType', 'delta', 'target'],
      mount: ({ element, values }) => {
        element.setAttribute('role', 'link');
        element.addEventListener('stage:tap', () => {
          const kind = {
            redirect: 'redirectTo',
            switchTab: 'switchTab',
            reLaunch: 'reLaunch',
            navigateBack: 'navigateBack',
          };
          navigate(kind[values.openType] ?? 'navigateTo', {
            url: values.url,
            delta: numberOr(values.delta, 1),
          });
        });
      },
    }),
  ]);
}

function mountText({ element }) {
  return {
    update(name, value) {
      if (name === 'userSelect' || name === 'selectable')
        element.toggleAttribute('data-stage-selectable', truthy(value));
      if (name === 'maxLines' && numberOr(value, 0) > 0)
        element.style.setProperty('--stage-lines', String(value));
    },
  };
}

function mountPageContainer({ element, emit, values }) {
  return {
    update(name) {
      if (name !== 'show') return;
      const show = truthy(values.show);
      element.toggleAttribute('data-stage-shown', show);
      emit(show ? 'enter' : 'leave');
      emit(show ? 'afterenter' : 'afterleave');
    },
  };
}
