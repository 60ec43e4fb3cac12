import { box, pressable } from './overlays.js';

/** The bar with the title, the way back, and WeChat's capsule; one for each page. */
export function createNavigationBar({ title, background, textStyle, canGoBack, canGoHome, onBack, onHome }) {
  const label = box('stage-nav-title', { role: 'heading', 'aria-level': '1' }, title ?? '');
  const element = box('stage-nav', { 'data-text': textStyle ?? 'black' }, label);
  element.style.background = background ?? '#ffffff';
  if (canGoBack) element.append(wayOut('‹', '返回', onBack));
  else if (canGoHome) element.append(wayOut('⌂', '首页', onHome));
  return {
    element,
    setTitle: (text) => {
      label.textContent = text;
    },
    setColors: (front, back) => {
      element.dataset.text = front === '#ffffff' ? 'white' : 'black';
      element.style.background = back;
    },
  };
}

function wayOut(sign, label, onPress) {
  const element = pressable(sign, onPress);
  element.classList.add('stage-nav-back');
  element.setAttribute('aria-label', label);
  return element;
}

/** The capsule at the top right belongs to WeChat and stays on every page. */
export function drawCapsule(into, onMenu) {
  const menu = pressable('•••', onMenu);
  menu.setAttribute('aria-label', '更多操作');
  into.append(
    box('stage-status', { 'aria-hidden': 'true' }, '9:41'),
    box('stage-capsule', {}, menu, box('stage-capsule-dot', { 'aria-hidden': 'true' }, '◉')),
  );
}

export function createTabBar(into, tabBar, onTap) {
  if (!tabBar || tabBar.custom) {
    into.toggleAttribute('hidden', true);
    return { show() {}, badge() {}, item() {} };
  }
  into.style.background = tabBar.backgroundColor ?? '#ffffff';
  const tabs = tabBar.list.map((entry) => {
    const text = box('stage-tab-text', {}, entry.text ?? '');
    const badge = box('stage-tab-badge', { hidden: '' });
    const tab = box('stage-tab', { role: 'tab', 'aria-selected': 'false' });
    const icon = document.createElement('img');
    icon.alt = '';
    if (entry.iconPath) tab.append(icon);
    tab.append(text, badge);
    tab.addEventListener('click', () => onTap(path(entry)));
    into.append(tab);
    return { entry, tab, text, badge, icon };
  });
  return {
    show(current, visible = true) {
      into.toggleAttribute('hidden', !visible);
      for (const { entry, tab, icon } of tabs) {
        const selected = path(entry) === current;
        tab.setAttribute('aria-selected', String(selected));
        tab.style.color = (selected ? tabBar.selectedColor : tabBar.color) ?? '';
        const file = selected ? (entry.selectedIconPath ?? entry.iconPath) : entry.iconPath;
        if (file) icon.src = `/weapp/${file.replace(/^\.?\//, '')}`;
      }
    },
    badge(index, text) {
      const { badge } = tabs[index] ?? {};
      if (!badge) return;
      badge.textContent = text ?? '';
      badge.toggleAttribute('hidden', text === null);
    },
    item(index, change) {
      if (change.text !== undefined && tabs[index]) tabs[index].text.textContent = change.text;
    },
  };
}

const path = (entry) => entry.pagePath.replace(/^\//, '');
