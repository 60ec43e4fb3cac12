import { always, type RouteTable } from './attempts.js';
import { type Neighbourhood, picture } from './neighbourhood.js';
import { newId } from './new-id.js';

/** Bringing a photo, and seeing it by its signed link. */
export async function photoRoutes(here: Neighbourhood): Promise<RouteTable> {
  const photo = (await here.upload('reporter', await picture())).body;
  const photoUrl = new URL(photo.url, here.base);

  return {
    'POST /api/photos': [
      always({ status: 201 }, async () => {
        const form = new FormData();
        form.set('id', newId());
        form.set('file', new Blob([new Uint8Array(await picture())], { type: 'image/jpeg' }), 'photo.jpg');
        return { path: '/api/photos', body: form };
      }),
    ],
    'GET /api/photos/{id}/{variant}': [
      always({ status: 200 }, () => ({ path: photoUrl.pathname + photoUrl.search })),
      always({ status: 403, code: 'photo/link-expired' }, () => ({
        path:
          photoUrl.pathname +
          photoUrl.search.replace(/signature=./, (s) => `signature=${s.endsWith('A') ? 'B' : 'A'}`),
      })),
    ],
  };
}
