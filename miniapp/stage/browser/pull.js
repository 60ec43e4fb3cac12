/** Tells when a person pulls a scrolled-to-top box down far enough to ask for a refresh. */
export function watchPull(element, { enabled, onPull, distance = 60 }) {
  let start = null;
  element.addEventListener(
    'touchstart',
    (event) => {
      start = enabled() && element.scrollTop <= 0 ? event.touches[0].clientY : null;
    },
    { passive: true },
  );
  element.addEventListener(
    'touchend',
    (event) => {
      if (start !== null && event.changedTouches[0].clientY - start >= distance) onPull();
      start = null;
    },
    { passive: true },
  );
  element.addEventListener('touchcancel', () => {
    start = null;
  });
}
