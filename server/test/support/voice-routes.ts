import { mp3 } from '../../src/modules/voice/recordings.fixture.js';
import { always, type RouteTable } from './attempts.js';
import type { Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';
import { uploadVoice } from './voices.js';

/** Bringing a recording, and hearing it by its signed link. */
export async function voiceRoutes(here: Neighbourhood): Promise<RouteTable> {
  const url = new URL((await uploadVoice(here, 'reporter', mp3(1))).body.url, here.base);
  const forged = url.search.replace(/signature=./, (s) => `signature=${s.endsWith('A') ? 'B' : 'A'}`);

  return {
    'POST /api/voices': [
      always({ status: 201 }, () => {
        const form = new FormData();
        form.set('id', newId());
        form.set('file', new Blob([new Uint8Array(mp3(1))], { type: 'audio/mpeg' }), 'voice.mp3');
        return { path: '/api/voices', body: form };
      }),
    ],
    'GET /api/voices/{id}/{file}': [
      always({ status: 200 }, () => ({ path: url.pathname + url.search })),
      always({ status: 403, code: 'voice/link-expired' }, () => ({ path: url.pathname + forged })),
    ],
  };
}
