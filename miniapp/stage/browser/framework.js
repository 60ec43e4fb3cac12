import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { countSetData, noteError, noteOnce, record } from './record.js';
import { translateInlineStyle } from './style.js';
import { touchesOf, watchTouches } from './touches.js';

// Ids reach the DOM (as `<prefix>--id`) so that a test can find what the program named.
glassEasel.globalOptions.writeIdToDOM = true;

const delegated = new Set(['touchstart', 'touchmove', 'touchend', 'touchcancel']);
const animated = new Set(['animationstart', 'animationiteration', 'animationend', 'transitionend']);

/** WeChat's DOM backend, with tags named `wx-…` and only the DOM events that WeChat passes on. */
class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  document = {
    createElement: (tag) => createElement(tag),
    createTextNode: (text) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  };

  setListenerStats(element, type, capture, mutLevel) {
    // A `catchtouchmove` must not cancel the browser's scrolling of everything else, hence level 0.
    if (delegated.has(type)) super.setListenerStats(element, type, capture, 0);
    else if (animated.has(type)) super.setListenerStats(element, type, capture, mutLevel);
  }
}

const builtin = new Set();

function createElement(tag) {
  const element = document.createElement(builtin.has(tag) || tag === 'page' ? `wx-${tag}` : tag);
  element.setAttribute = (name, value) =>
    Element.prototype.setAttribute.call(
      element,
      name,
      name === 'style' ? translateInlineStyle(value) : value,
    );
  return element;
}

/** Events reach the program as WeChat sends them: plain data, no live nodes. */
glassEasel.Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
  this.wasHeard = true;
  const event = {
    type: this.getEventName(),
    timeStamp: this.timeStamp,
    target: describe(target),
    currentTarget: describe(currentTarget),
    mark: { ...mark },
    detail: this.detail ?? {},
    ...this.extraFields,
  };
  for (const method of ['stopPropagation', 'preventDefault', 'markMutated']) {
    Object.defineProperty(event, method, { value: () => this[method](), enumerable: false });
  }
  return event;
};

function describe(node) {
  return { id: node.id ?? '', dataset: structuredClone({ ...node.dataset }), offsetLeft: 0, offsetTop: 0 };
}

const setDataset = glassEasel.Element.prototype.setDataset;
glassEasel.Element.prototype.setDataset = function (name, value) {
  setDataset.call(this, name, value);
  const element = this.getBackendElement?.();
  if (element?.setAttribute && ['string', 'number', 'boolean'].includes(typeof value)) {
    element.setAttribute(`data-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, String(value));
  }
};

const setData = glassEasel.Component.prototype.setData;
glassEasel.Component.prototype.setData = function (data) {
  countSetData(this.is, data);
  return setData.call(this, data);
};

glassEasel.addGlobalErrorListener((error) => {
  noteError(error);
  return true;
});
glassEasel.addGlobalWarningListener((message, _component, node) => {
  const property = /^"(.+)" is not a valid property$/.exec(message)?.[1];
  if (property) noteOnce(record.ignoredProperties, `${node?.is ?? '?'}.${property}`);
  else noteOnce(record.warnings, message);
  return false;
});

/** Sets up WeChat's component framework: one environment, one code space for the program, one backend. */
export function createFramework(defineBuiltins) {
  const env = new MiniProgramEnv();
  const definitions = defineBuiltins(env.getGlobalCodeSpace().getComponentSpace());
  const codeSpace = env.createCodeSpace('', true);
  for (const [tag, definition] of Object.entries(definitions)) {
    builtin.add(tag);
    codeSpace.getComponentSpace().setGlobalUsingComponent(tag, definition);
  }
  const backend = new PhoneBackend();
  // WeChat sends no tap after a long press that something listened to.
  let longPressed = false;
  backend.onEvent((target, type, detail, options) => {
    const dom = options.originalEvent;
    if (type === 'tap') leaveField(dom);
    if (type === 'tap' && (longPressed || dom?.target?.closest?.('[data-stage-disabled]'))) return undefined;
    const event = new glassEasel.Event(type, type === 'tap' ? pointOf(detail) : detailOf(type, detail), {
      ...options,
      extraFields: touchesOf(dom),
    });
    glassEasel.Event.dispatchEvent(target, event);
    if (type === 'tap') finishTap(dom);
    return event.getEventBubbleStatus();
  });
  watchTouches({
    onStart: () => {
      longPressed = false;
    },
    onLongPress: (target, dom) => {
      const event = new glassEasel.Event(
        'longpress',
        {},
        { bubbles: true, composed: true, extraFields: touchesOf(dom) },
      );
      glassEasel.Event.dispatchEvent(target, event);
      longPressed = event.wasHeard === true;
    },
  });
  return {
    glassEasel,
    codeSpace,
    associated: env.associateBackend(backend),
    builtinTags: Object.keys(definitions),
  };
}

const nativeFields = 'input, textarea';

/** A tap outside a field puts the keyboard away, as on a phone. */
function leaveField(dom) {
  const active = document.activeElement;
  if (active?.matches(nativeFields) && !active.parentElement.contains(dom?.target)) active.blur();
}

/**
 * Tells the built-in component that was tapped, and stops the browser from following the touch with a click,
 * which would land on whatever the tap has just opened.
 */
function finishTap(dom) {
  dom?.target?.dispatchEvent(new CustomEvent('stage:tap', { bubbles: true }));
  if (!dom?.target?.closest?.(nativeFields) && dom?.cancelable) dom.preventDefault();
}

const pointOf = ({ x, y }) => ({ x, y });

function detailOf(type, detail) {
  if (delegated.has(type)) return {};
  const { animationName, elapsedTime, propertyName } = detail;
  return { animationName, elapsedTime, propertyName };
}
