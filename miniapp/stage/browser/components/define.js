const ariaNames = [
  'ariaLabel',
  'ariaHidden',
  'ariaChecked',
  'ariaDisabled',
  'ariaExpanded',
  'ariaSelected',
  'ariaPressed',
  'ariaLive',
  'ariaModal',
  'ariaCurrent',
  'ariaLabelledby',
  'ariaDescribedby',
];

/** Touch feedback only shows a colour for a moment; accepting the names keeps the notes free of them. */
const unseen = [
  'hoverClass',
  'hoverStartTime',
  'hoverStayTime',
  'hoverStopPropagation',
  'animation',
  'name',
  'ariaRole',
  'hidden',
];

/**
 * Defines one built-in component. `mount(host)` is called with `{ element, emit, values }` and returns
 * `{ update(name, value), attached(), detached() }`, each optional. `template` is a compiled renderer or absent for a plain slot.
 */
export function defineBuiltin(space, tag, { props = [], mount, virtual = false } = {}) {
  const properties = {};
  for (const name of new Set([...props, ...ariaNames, ...unseen])) {
    properties[name] = {
      type: null,
      value: undefined,
      observer(value) {
        receive(this, name, value);
      },
    };
  }
  return space.defineComponent({
    is: tag,
    options: { virtualHost: virtual },
    properties,
    lifetimes: {
      created() {
        const element = this.getBackendElement();
        if (!element) return;
        element.stageHost = {
          component: this,
          element,
          values: {},
          emit: (name, detail = {}, options = {}) => this.triggerEvent(name, detail, options),
        };
        element.stageHost.parts = mount?.(element.stageHost) ?? {};
      },
      attached() {
        this.getBackendElement()?.stageHost?.parts.attached?.();
      },
      detached() {
        this.getBackendElement()?.stageHost?.parts.detached?.();
      },
    },
  });
}

function receive(component, name, value) {
  const element = component.getBackendElement();
  const host = element?.stageHost;
  if (!host) return;
  host.values[name] = value;
  if (name === 'name') element.dataset.stageName = value ?? '';
  else if (name === 'hidden') element.toggleAttribute('hidden', truthy(value));
  else if (name === 'ariaRole') reflect(element, 'role', value);
  else if (name.startsWith('aria')) reflect(element, `aria-${name.slice(4).toLowerCase()}`, value);
  if (name === 'ariaLabel')
    element.querySelector(':scope > input, :scope > textarea')?.setAttribute('aria-label', value ?? '');
  host.parts.update?.(name, value);
}

function reflect(element, attribute, value) {
  if (value === undefined || value === null || value === '') element.removeAttribute(attribute);
  else element.setAttribute(attribute, String(value));
}

/** WXML attributes without braces are strings: `disabled="false"` is true in WeChat as well. */
export const truthy = (value) =>
  value !== undefined && value !== null && value !== false && value !== '' && value !== 0;

export const numberOr = (value, otherwise) => {
  const number = Number(value);
  return value === undefined || value === null || value === '' || Number.isNaN(number) ? otherwise : number;
};

/** The built-in component that draws `element`, if one does. */
export const hostOf = (element) => element?.stageHost;
