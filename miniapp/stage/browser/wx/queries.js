/** Looking at what is on the page, through the framework's own queries. */
export function createQueries(pages) {
  const current = () => pages.top().instance;
  return {
    createSelectorQuery: () => current().createSelectorQuery(),
    createIntersectionObserver: (component, options) =>
      (component ?? current()).createIntersectionObserver(options),
    createMediaQueryObserver: (component) => (component ?? current()).createMediaQueryObserver(),
    createMapContext: () => mapContext,
    createVideoContext: () => ({ play() {}, pause() {}, stop() {}, seek() {} }),
    createAnimation: () => stillAnimation,
  };
}

const answer =
  (value) =>
  ({ success, complete } = {}) => {
    setTimeout(() => {
      success?.(value);
      complete?.(value);
    });
  };

const mapContext = {
  moveToLocation: answer({}),
  includePoints: answer({}),
  getCenterLocation: answer({ latitude: 0, longitude: 0 }),
  getRegion: answer({}),
  getScale: answer({ scale: 16 }),
  translateMarker: answer({}),
};

/** Nothing moves on the stage: every step is accepted and exported as no action. */
const stillAnimation = new Proxy(
  {},
  { get: (_, name) => (name === 'export' ? () => ({ actions: [] }) : () => stillAnimation) },
);
