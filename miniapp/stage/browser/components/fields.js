import { defineBuiltin, numberOr, truthy } from './define.js';

const fieldProps = [
  'value',
  'type',
  'password',
  'placeholder',
  'placeholderStyle',
  'placeholderClass',
  'disabled',
  'maxlength',
  'focus',
  'confirmType',
  'confirmHold',
  'cursor',
  'cursorSpacing',
  'cursorColor',
  'selectionStart',
  'selectionEnd',
  'name',
  'adjustPosition',
  'holdKeyboard',
  'alwaysEmbed',
  'autoHeight',
  'autoFocus',
  'fixed',
  'showConfirmBar',
  'disableDefaultPadding',
  'autoFill',
  'safePasswordCertPath',
  'safePasswordLength',
  'safePasswordTimeStamp',
  'safePasswordNonce',
  'safePasswordSalt',
  'safePasswordCustomHash',
  'adjustKeyboardTo',
];

export function defineFields(space) {
  return {
    input: defineBuiltin(space, 'input', {
      props: fieldProps,
      mount: (host) => mountField(host, document.createElement('input')),
    }),
    textarea: defineBuiltin(space, 'textarea', {
      props: fieldProps,
      mount: (host) => mountField(host, document.createElement('textarea')),
    }),
  };
}

const keyboards = { number: 'numeric', idcard: 'text', digit: 'decimal', tel: 'tel', nickname: 'text' };
/** What a phone's special keyboards cannot type. */
const cannotType = { number: /\D/g, digit: /[^\d.]/g, idcard: /[^\dxX]/g, tel: /[^\d+*#]/g };

function mountField({ element, emit, values }, field) {
  element.append(field);
  field.maxLength = 140;
  const cursor = () => field.selectionStart ?? field.value.length;
  let composing = false;
  const typed = () => {
    if (composing) return;
    const forbidden = field.tagName === 'INPUT' ? cannotType[values.type] : undefined;
    if (forbidden?.test(field.value)) field.value = field.value.replace(forbidden, '');
    grow();
    emit('input', { value: field.value, cursor: cursor(), keyCode: 0 });
  };
  const grow = () => {
    if (!truthy(values.autoHeight)) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
  field.addEventListener('compositionstart', () => {
    composing = true;
    emit('keyboardcompositionstart', { data: '' });
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    emit('keyboardcompositionend', { data: '' });
    typed();
  });
  field.addEventListener('input', typed);
  field.addEventListener('focus', () => {
    emit('focus', { value: field.value, height: 300 });
    emit('keyboardheightchange', { height: 300, duration: 0.25 });
  });
  field.addEventListener('blur', () => {
    emit('blur', { value: field.value, cursor: cursor() });
    emit('keyboardheightchange', { height: 0, duration: 0.25 });
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (field.tagName === 'TEXTAREA' && (values.confirmType ?? 'return') === 'return') return;
    event.preventDefault();
    emit('confirm', { value: field.value });
    if (!truthy(values.confirmHold)) field.blur();
  });
  const update = {
    value(value) {
      const text = value === undefined || value === null ? '' : String(value);
      if (field.value !== text) field.value = text;
      grow();
    },
    type(value) {
      field.inputMode = keyboards[value] ?? 'text';
      if (value === 'safe-password') field.type = 'password';
    },
    password(value) {
      field.type = truthy(value) ? 'password' : 'text';
    },
    placeholder(value) {
      field.placeholder = value ?? '';
    },
    disabled(value) {
      field.disabled = truthy(value);
    },
    maxlength(value) {
      const limit = numberOr(value, 140);
      if (limit < 0) field.removeAttribute('maxlength');
      else field.maxLength = limit;
    },
    focus: (value) =>
      requestAnimationFrame(() =>
        truthy(value) ? field.focus() : value === false && field === document.activeElement && field.blur(),
      ),
    autoFocus: (value) => truthy(value) && requestAnimationFrame(() => field.focus()),
    autoHeight: () => requestAnimationFrame(grow),
    ariaLabel: (value) => field.setAttribute('aria-label', value ?? ''),
  };
  element.stageValue = () => field.value;
  element.stageReset = () => {
    field.value = '';
    typed();
  };
  return { update: (name, value) => update[name]?.(value) };
}
