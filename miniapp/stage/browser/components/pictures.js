import { defineBuiltin, truthy } from './define.js';

const fits = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
  center: 'none',
};

export function definePictures(space, { addressOf }) {
  const picture = (tag) =>
    defineBuiltin(space, tag, {
      props: ['src', 'mode', 'lazyLoad', 'webp', 'showMenuByLongpress', 'fadeIn'],
      mount: (host) => mountImage(host, addressOf),
    });
  return {
    image: picture('image'),
    'cover-image': picture('cover-image'),
    icon: defineBuiltin(space, 'icon', { props: ['type', 'size', 'color'] }),
    'rich-text': defineBuiltin(space, 'rich-text', {
      props: ['nodes', 'space', 'userSelect', 'mode'],
      mount: mountRichText,
    }),
    video: defineBuiltin(space, 'video', { props: ['src', 'poster', 'controls'] }),
    canvas: defineBuiltin(space, 'canvas', {
      props: ['type', 'canvasId', 'disableScroll'],
      mount: ({ element }) => {
        element.append(document.createElement('canvas'));
      },
    }),
    'open-data': defineBuiltin(space, 'open-data', { props: ['type'] }),
    'web-view': defineBuiltin(space, 'web-view', { props: ['src'] }),
  };
}

function mountImage({ element, emit, values }, addressOf) {
  const img = document.createElement('img');
  img.alt = '';
  img.draggable = false;
  element.append(img);
  img.addEventListener('load', () => {
    element.removeAttribute('data-stage-broken');
    emit('load', { width: img.naturalWidth, height: img.naturalHeight });
  });
  img.addEventListener('error', () => {
    element.setAttribute('data-stage-broken', '');
    emit('error', { errMsg: `GET ${values.src} error` });
  });
  return {
    update(name, value) {
      if (name === 'mode') {
        const mode = value || 'scaleToFill';
        element.dataset.stageMode = mode;
        img.style.objectFit = fits[mode] ?? 'none';
      }
      if (name === 'lazyLoad') img.loading = truthy(value) ? 'lazy' : 'eager';
      if (name === 'ariaLabel') img.alt = value ?? '';
      if (name !== 'src') return;
      if (value) img.src = addressOf(String(value));
      else img.removeAttribute('src');
    },
  };
}

const richTags = new Set(
  `a abbr b blockquote br code col colgroup dd del div dl dt em fieldset h1 h2 h3 h4 h5 h6 hr i img ins label legend li ol
  p q s section small span strong sub sup table tbody td tfoot th thead tr u ul`.split(/\s+/),
);

function mountRichText({ element }) {
  const show = (nodes) => {
    element.replaceChildren();
    if (Array.isArray(nodes)) element.append(...nodes.map(fromNode).filter(Boolean));
    else element.append(...cleaned(String(nodes ?? '')));
  };
  return { update: (name, value) => name === 'nodes' && show(value) };
}

function fromNode(node) {
  if (node.type === 'text') return document.createTextNode(node.text ?? '');
  if (!richTags.has(String(node.name).toLowerCase())) return null;
  const made = document.createElement(node.name);
  for (const name of ['class', 'style', 'src', 'width', 'height'])
    if (node.attrs?.[name]) made.setAttribute(name, node.attrs[name]);
  made.append(...(node.children ?? []).map(fromNode).filter(Boolean));
  return made;
}

function cleaned(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const found of parsed.body.querySelectorAll('*')) {
    if (!richTags.has(found.tagName.toLowerCase())) found.remove();
    for (const { name } of [...found.attributes])
      if (!['class', 'style', 'src', 'width', 'height'].includes(name)) found.removeAttribute(name);
  }
  return [...parsed.body.childNodes];
}
