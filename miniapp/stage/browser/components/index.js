import { defineButtons } from './buttons.js';
import { defineChoices } from './choices.js';
import { defineContainers } from './containers.js';
import { defineFields } from './fields.js';
import { defineMaps } from './maps.js';
import { definePickers } from './pickers.js';
import { definePictures } from './pictures.js';
import { defineScrolling } from './scrolling.js';

/** Defines all of WeChat's own components; answers them by tag. */
export function defineBuiltins(space, abilities) {
  return {
    ...defineContainers(space, abilities),
    ...defineScrolling(space, abilities),
    ...definePictures(space, abilities),
    ...defineFields(space, abilities),
    ...defineChoices(space, abilities),
    ...defineButtons(space, abilities),
    ...definePickers(space, abilities),
    ...defineMaps(space, abilities),
  };
}
