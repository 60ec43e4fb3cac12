/** A DOM touch or mouse event's fingers, in the shape WeChat gives them. */
export function touchesOf(dom) {
  if (!dom) return {};
  if ('changedTouches' in dom)
    return { touches: listOf(dom.touches), changedTouches: listOf(dom.changedTouches) };
  if (!('clientX' in dom)) return {};
  const one = pointOf({
    identifier: 0,
    clientX: dom.clientX,
    clientY: dom.clientY,
    pageX: dom.pageX,
    pageY: dom.pageY,
  });
  return { touches: [one], changedTouches: [one] };
}

const listOf = (touches) => Array.from(touches, pointOf);

const pointOf = ({ identifier, clientX, clientY, pageX, pageY }) => ({
  identifier,
  clientX,
  clientY,
  pageX,
  pageY,
});

/** Tells of every touch that starts, and of the framework's node on which a finger has rested for WeChat's 350 ms. */
export function watchTouches({ onStart, onLongPress }) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  const passively = { capture: true, passive: true };
  document.body.addEventListener(
    'touchstart',
    (event) => {
      stop();
      onStart();
      let element = event.target;
      while (element && !element.__wxElement) element = element.parentNode;
      if (element) timer = setTimeout(() => onLongPress(element.__wxElement, event), 350);
    },
    passively,
  );
  for (const end of ['touchmove', 'touchend', 'touchcancel'])
    document.body.addEventListener(end, stop, passively);
}
