import { record } from './record.js';
import { addScan, setFontSize, setLocation, setLogin, setNetwork, setPermission, world } from './world.js';
import { wipeFiles } from './wx/files.js';
import { addToAlbum } from './wx/media.js';
import { interruptRecording } from './wx/sound.js';
import { wipeStorage } from './wx/storage.js';

/**
 * What a test may touch: the world outside the program, and what the stage recorded.
 * There is nothing here that presses the program's own buttons; that is done by tapping and typing.
 */
export function exposeControls({ bundle, hidden, systemBack, leave, comeBack, stack }) {
  window.__stage = Object.freeze({
    world: {
      setPermission,
      setNetwork,
      setLogin,
      setLocation,
      setFontSize,
      addScan,
      addToAlbum,
      wipeStorage() {
        wipeStorage();
        wipeFiles();
      },
      /** The person presses the phone's own back key or swipes from the edge. */
      systemBack,
      /** The person leaves for another app, and comes back, perhaps by scanning a code. */
      leave,
      comeBack,
      /** A telephone call comes in. */
      interruptRecording,
      read: () => structuredClone(world),
    },
    record,
    stack,
    sizes: bundle.sizes,
    problems: bundle.problems,
    hidden,
  });
}
