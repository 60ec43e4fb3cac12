import { showSheet } from '../overlays.js';
import { defineBuiltin, numberOr, truthy } from './define.js';

/** A picker opens a sheet at the bottom; the person chooses there and confirms. */
export function definePickers(space) {
  return {
    picker: defineBuiltin(space, 'picker', {
      props: [
        'mode',
        'range',
        'rangeKey',
        'value',
        'start',
        'end',
        'fields',
        'disabled',
        'headerText',
        'level',
        'name',
        'customItem',
      ],
      mount: mountPicker,
    }),
    'picker-view': defineBuiltin(space, 'picker-view', {
      props: ['value', 'indicatorStyle', 'indicatorClass', 'maskStyle', 'maskClass', 'immediateChange'],
      mount: mountPickerView,
    }),
    'picker-view-column': defineBuiltin(space, 'picker-view-column'),
  };
}

function mountPicker({ element, emit, values }) {
  element.setAttribute('role', 'button');
  element.addEventListener('stage:tap', async () => {
    if (truthy(values.disabled)) return;
    const mode = values.mode || 'selector';
    const ask = mode === 'date' || mode === 'time' ? askForMoment : askForChoice;
    const value = await ask(mode, values, (column, index) => emit('columnchange', { column, value: index }));
    if (value === undefined) emit('cancel');
    else emit('change', { value });
  });
}

const labelOf = (item, key) => String(key && item && typeof item === 'object' ? item[key] : item);

async function askForChoice(mode, { range = [], rangeKey, value, headerText }, onColumn) {
  const many = mode === 'multiSelector';
  const columns = many ? range : [range];
  const chosen = columns.map((_, i) => numberOr(many ? value?.[i] : value, 0));
  return showSheet(headerText ?? '', (body) => {
    columns.forEach((items, column) => {
      const list = document.createElement('div');
      list.className = 'stage-options';
      list.setAttribute('role', 'listbox');
      items.forEach((item, index) => {
        const option = document.createElement('div');
        option.setAttribute('role', 'option');
        option.textContent = labelOf(item, rangeKey);
        option.setAttribute('aria-selected', String(index === chosen[column]));
        option.addEventListener('click', () => {
          chosen[column] = index;
          for (const other of list.children) other.setAttribute('aria-selected', String(other === option));
          if (many) onColumn(column, index);
        });
        list.append(option);
      });
      body.append(list);
    });
    return () => (many ? chosen : chosen[0]);
  });
}

async function askForMoment(mode, { value, start, end, headerText }) {
  return showSheet(headerText ?? '', (body) => {
    const field = document.createElement('input');
    field.type = mode;
    if (value) field.value = value;
    if (start) field.min = start;
    if (end) field.max = end;
    body.append(field);
    return () => field.value;
  });
}

/** Columns are drawn as lists that scroll; tapping a row chooses it. */
function mountPickerView({ element, emit, values }) {
  element.addEventListener('stage:tap', (event) => {
    const columns = [...element.querySelectorAll('wx-picker-view-column')];
    const column = columns.findIndex((c) => c.contains(event.target));
    const row = columns[column]
      ? [...columns[column].children].findIndex((r) => r.contains(event.target))
      : -1;
    if (row < 0) return;
    const value = columns.map((_, i) => (i === column ? row : numberOr(values.value?.[i], 0)));
    emit('change', { value });
  });
}
