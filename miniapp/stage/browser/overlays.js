/** What WeChat draws over the mini-program: toasts, dialogs, sheets. Tapped by people like anything else. */
const layer = () => document.getElementById('stage-overlays');

export function box(className, attributes = {}, ...children) {
  const element = document.createElement('div');
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

let toast = null;
let toastTimer = 0;

export function showToastBox(title, { icon = 'none', duration, mask = false } = {}) {
  hideToastBox();
  const mark = { success: '✓', error: '✕', loading: '' }[icon] ?? '';
  toast = box(
    mask ? 'stage-toast-mask' : 'stage-toast-free',
    {},
    box('stage-toast', { role: 'status', 'data-icon': icon }),
  );
  if (icon !== 'none') toast.firstChild.append(box('stage-toast-icon', { 'aria-hidden': 'true' }, mark));
  toast.firstChild.append(box('stage-toast-text', {}, title));
  layer().append(toast);
  if (duration) toastTimer = setTimeout(hideToastBox, duration);
}

export function hideToastBox() {
  clearTimeout(toastTimer);
  toast?.remove();
  toast = null;
}

/** Answers 'confirm' or 'cancel'; with `editable`, also what was typed. */
export function showDialog({
  title = '',
  content = '',
  confirmText = '确定',
  cancelText = '取消',
  showCancel = true,
  editable = false,
  placeholderText = '',
}) {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.placeholder = placeholderText;
    field.value = editable ? content : '';
    const mask = box('stage-mask stage-center');
    const close = (answer) => {
      mask.remove();
      resolve({ answer, typed: editable ? field.value : undefined });
    };
    const dialog = box('stage-dialog', {
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': title || content,
    });
    if (title) dialog.append(box('stage-dialog-title', {}, title));
    dialog.append(editable ? field : box('stage-dialog-content', {}, content));
    const buttons = box('stage-dialog-buttons');
    if (showCancel) buttons.append(pressable(cancelText, () => close('cancel')));
    buttons.append(pressable(confirmText, () => close('confirm')));
    dialog.append(buttons);
    mask.append(dialog);
    layer().append(mask);
  });
}

/** Answers the chosen index, or -1. */
export function showChoices(items, title) {
  return new Promise((resolve) => {
    const mask = box('stage-mask stage-bottom');
    const close = (index) => {
      mask.remove();
      resolve(index);
    };
    const sheet = box('stage-sheet', { role: 'dialog', 'aria-modal': 'true' });
    if (title) sheet.append(box('stage-sheet-title', {}, title));
    items.forEach((item, index) => {
      sheet.append(pressable(item, () => close(index)));
    });
    sheet.append(pressable('取消', () => close(-1)));
    mask.append(sheet);
    mask.addEventListener('click', (event) => event.target === mask && close(-1));
    layer().append(mask);
  });
}

/** A sheet with 取消 and 确定 around a body that the caller fills; answers the body's value, or undefined. */
export function showSheet(title, fill) {
  return new Promise((resolve) => {
    const mask = box('stage-mask stage-bottom');
    const close = (value) => {
      mask.remove();
      resolve(value);
    };
    const body = box('stage-sheet-body');
    const read = fill(body);
    const head = box(
      'stage-sheet-head',
      {},
      pressable('取消', () => close(undefined)),
      box('stage-sheet-title', {}, title),
      pressable('确定', () => close(read())),
    );
    mask.append(box('stage-sheet', { role: 'dialog', 'aria-modal': 'true' }, head, body));
    layer().append(mask);
  });
}

export function showPicture(url) {
  const img = document.createElement('img');
  img.src = url;
  const mask = box('stage-mask stage-preview', { role: 'dialog', 'aria-label': '看大图' }, img);
  mask.addEventListener('click', () => mask.remove());
  layer().append(mask);
}

export function pressable(text, onPress) {
  const element = box('stage-press', { role: 'button' }, text);
  element.addEventListener('click', onPress);
  return element;
}
