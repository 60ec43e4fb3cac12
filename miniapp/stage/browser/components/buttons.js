import { defineBuiltin, hostOf, truthy } from './define.js';

const buttonProps = [
  'size',
  'type',
  'plain',
  'disabled',
  'loading',
  'formType',
  'openType',
  'name',
  'lang',
  'sessionFrom',
  'sendMessageTitle',
  'sendMessagePath',
  'sendMessageImg',
  'appParameter',
  'showMessageCard',
  'businessId',
  'needShowEntrance',
  'phoneNumberNoQuotaToast',
];

/** Buttons, and the labels and forms that act on what they hold. `openTypes[kind](host)` does what WeChat's open-type does. */
export function defineButtons(space, { openTypes }) {
  return {
    button: defineBuiltin(space, 'button', {
      props: buttonProps,
      mount: (host) => mountButton(host, openTypes),
    }),
    label: defineBuiltin(space, 'label', { props: ['for'], mount: mountLabel }),
    form: defineBuiltin(space, 'form', { props: ['reportSubmit', 'reportSubmitTimeout'], mount: mountForm }),
  };
}

function mountButton(host, openTypes) {
  const { element, values } = host;
  element.setAttribute('role', 'button');
  element.addEventListener('stage:tap', () => {
    if (truthy(values.disabled)) return;
    if (values.formType === 'submit' || values.formType === 'reset') {
      element.dispatchEvent(new CustomEvent(`stage:${values.formType}`, { bubbles: true }));
    }
    if (values.openType) openTypes[values.openType]?.(host);
  });
  return {
    update(name, value) {
      if (name === 'disabled') {
        element.toggleAttribute('data-stage-disabled', truthy(value));
        element.setAttribute('aria-disabled', String(truthy(value)));
      }
      if (name === 'type') element.dataset.stageType = value || 'default';
      if (name === 'size') element.dataset.stageSize = value || 'default';
      if (name === 'plain') element.toggleAttribute('data-stage-plain', truthy(value));
      if (name === 'loading') element.toggleAttribute('data-stage-loading', truthy(value));
    },
  };
}

const labelled = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea';

function mountLabel({ element, values }) {
  element.addEventListener('stage:tap', (event) => {
    if (event.target.closest(labelled)) return;
    const target = values.for
      ? document.querySelector(`[id$="--${CSS.escape(values.for)}"]`)
      : element.querySelector(labelled);
    const field = target?.querySelector(':scope > input, :scope > textarea');
    if (field) field.focus();
    else target?.dispatchEvent(new CustomEvent('stage:tap', { bubbles: true }));
  });
}

function mountForm({ element, emit }) {
  const named = () =>
    [...element.querySelectorAll('[data-stage-name]')].filter(
      (field) => field.dataset.stageName && field.stageValue,
    );
  element.addEventListener('stage:submit', (event) => {
    event.stopPropagation();
    const value = Object.fromEntries(named().map((field) => [field.dataset.stageName, field.stageValue()]));
    emit('submit', { value, formId: '', target: hostOf(event.target)?.values.name });
  });
  element.addEventListener('stage:reset', (event) => {
    event.stopPropagation();
    for (const field of named()) field.stageReset?.();
    emit('reset');
  });
}
