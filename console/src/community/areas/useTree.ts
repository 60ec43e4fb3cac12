import { useRef } from 'react';
import { api } from '../../api/client';
import { type Answering, useAction } from '../../api/useAction';
import type { AreaTask } from './AreaForm';

/** What is typed; codes may be left empty. */
export interface AreaDraft {
  name: string;
  code: string;
  shortCode: string;
  countyName: string;
}

const KEYS = [
  ['get', '/api/area-tree'],
  ['get', '/api/communities'],
  ['get', '/api/communities/{id}/plan'],
  // Whoever keeps a subdistrict has its new community in their reach at once.
  ['get', '/api/me'],
  ['get', '/api/staff/places'],
  ['get', '/api/organisations/places'],
];

export function useAreaChange(task: AreaTask, done: (id: string) => void) {
  const touched = useRef('');
  return useAction<AreaDraft, unknown>({
    send: (id, draft): Answering<unknown> => {
      touched.current = task.what === 'describe' ? task.area.id : id;
      const name = draft.name.trim();
      const { shortCode } = draft;
      if (task.what === 'subdistrict')
        return api.POST('/api/subdistricts', {
          body: { id, name, code: draft.code || null, countyName: draft.countyName.trim() },
        });
      if (task.what === 'community') {
        // The beginning alone was offered and left as it was: nobody knows the code yet.
        const code = draft.code === task.subdistrict.code ? null : draft.code || null;
        return api.POST('/api/communities', {
          body: { id, subdistrictId: task.subdistrict.id, name, code, shortCode },
        });
      }
      const ofCommunity = task.kind === 'community' ? { shortCode } : {};
      return api.POST('/api/areas/{id}/describe', {
        params: { path: { id: task.area.id } },
        body: { name, code: draft.code || null, ...ofCommunity },
      });
    },
    say:
      task.what === 'describe'
        ? '改好了'
        : task.what === 'community'
          ? '社区添加好了，接着画它的边界'
          : '街道添加好了',
    keep: () => {},
    after: () => done(touched.current),
    stale: KEYS,
    touches: KEYS,
  });
}

export function useAreaClose(done: () => void) {
  return useAction<string, unknown>({
    send: (_, id) => api.POST('/api/areas/{id}/close', { params: { path: { id } } }),
    say: '关掉了',
    keep: () => {},
    after: done,
    stale: KEYS,
    touches: KEYS,
  });
}
