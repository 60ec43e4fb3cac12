import { defineBuiltin, hostOf, numberOr, truthy } from './define.js';

/** Things with a state that a tap changes: switch, slider, checkbox, radio. */
export function defineChoices(space) {
  const group = (tag, chosen) =>
    defineBuiltin(space, tag, {
      props: ['name'],
      mount: ({ element, emit }) => {
        element.addEventListener('stage:chosen', (event) => {
          event.stopPropagation();
          emit('change', { value: chosen(element, event.target) });
        });
        element.stageValue = () => chosen(element, null);
      },
    });
  return {
    switch: defineBuiltin(space, 'switch', {
      props: ['checked', 'disabled', 'type', 'color', 'name'],
      mount: mountSwitch,
    }),
    slider: defineBuiltin(space, 'slider', {
      props: [
        'min',
        'max',
        'step',
        'value',
        'disabled',
        'showValue',
        'activeColor',
        'backgroundColor',
        'blockSize',
        'blockColor',
        'name',
      ],
      mount: mountSlider,
    }),
    checkbox: defineBuiltin(space, 'checkbox', {
      props: ['value', 'checked', 'disabled', 'color'],
      mount: (host) => mountBox(host, 'checkbox'),
    }),
    radio: defineBuiltin(space, 'radio', {
      props: ['value', 'checked', 'disabled', 'color'],
      mount: (host) => mountBox(host, 'radio'),
    }),
    'checkbox-group': group('checkbox-group', (element) =>
      boxes(element, 'wx-checkbox').map((box) => hostOf(box).values.value),
    ),
    'radio-group': group(
      'radio-group',
      (element) => hostOf(boxes(element, 'wx-radio')[0])?.values.value ?? '',
    ),
    progress: defineBuiltin(space, 'progress', {
      props: ['percent', 'showInfo', 'strokeWidth', 'activeColor', 'backgroundColor', 'active'],
      mount: mountProgress,
    }),
  };
}

const boxes = (element, tag) =>
  [...element.querySelectorAll(tag)].filter((box) => box.getAttribute('aria-checked') === 'true');

function setChecked(element, checked) {
  element.setAttribute('aria-checked', String(checked));
}

function setDisabled(element, disabled) {
  element.toggleAttribute('data-stage-disabled', disabled);
  element.setAttribute('aria-disabled', String(disabled));
}

function mountSwitch({ element, emit }) {
  element.setAttribute('role', 'switch');
  setChecked(element, false);
  element.addEventListener('stage:tap', () => {
    if (element.hasAttribute('data-stage-disabled')) return;
    const checked = element.getAttribute('aria-checked') !== 'true';
    setChecked(element, checked);
    emit('change', { value: checked });
  });
  element.stageValue = () => element.getAttribute('aria-checked') === 'true';
  return {
    update(name, value) {
      if (name === 'checked') setChecked(element, truthy(value));
      if (name === 'disabled') setDisabled(element, truthy(value));
      if (name === 'color' && value) element.style.setProperty('--stage-switch', value);
    },
  };
}

function mountBox({ element }, kind) {
  element.setAttribute('role', kind);
  setChecked(element, false);
  element.addEventListener('stage:tap', () => {
    if (element.hasAttribute('data-stage-disabled')) return;
    const checked = kind === 'radio' || element.getAttribute('aria-checked') !== 'true';
    if (kind === 'radio') {
      for (const other of element.closest('wx-radio-group')?.querySelectorAll('wx-radio') ?? [])
        setChecked(other, false);
    }
    setChecked(element, checked);
    element.dispatchEvent(new CustomEvent('stage:chosen', { bubbles: true }));
  });
  return {
    update(name, value) {
      if (name === 'checked') setChecked(element, truthy(value));
      if (name === 'disabled') setDisabled(element, truthy(value));
    },
  };
}

function mountSlider({ element, emit }) {
  const range = document.createElement('input');
  range.type = 'range';
  element.append(range);
  range.addEventListener('input', () => emit('changing', { value: Number(range.value) }));
  range.addEventListener('change', () => emit('change', { value: Number(range.value) }));
  element.stageValue = () => Number(range.value);
  return {
    update(name, value) {
      if (['min', 'max', 'step', 'value'].includes(name))
        range[name] = String(numberOr(value, name === 'max' ? 100 : name === 'step' ? 1 : 0));
      if (name === 'disabled') range.disabled = truthy(value);
    },
  };
}

function mountProgress({ element }) {
  element.setAttribute('role', 'progressbar');
  return {
    update(name, value) {
      if (name === 'percent') {
        element.setAttribute('aria-valuenow', String(numberOr(value, 0)));
        element.style.setProperty('--stage-percent', `${numberOr(value, 0)}%`);
      }
      if (name === 'activeColor' && value) element.style.setProperty('--stage-progress', value);
    },
  };
}
