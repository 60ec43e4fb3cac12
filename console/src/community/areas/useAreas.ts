import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { answered } from '../../api/answered';
import { $api, api } from '../../api/client';
import type { MapChanges, MapFault, MapPlan } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { useAction } from '../../api/useAction';

const MAP_REFUSED = 'area/map-refused';

export const useAreaTree = () => $api.useQuery('get', '/api/area-tree');

/** Of the map as it is now. */
const planNow = (id: string) => ({ params: { path: { id }, query: {} } });

export function useMapPlan(id: string, day: string | null) {
  // The end of that day here.
  const asked =
    day === null ? planNow(id) : { params: { path: { id }, query: { asOf: `${day}T23:59:59+08:00` } } };
  return $api.useQuery('get', '/api/communities/{id}/plan', asked);
}

export const useMapEdits = (id: string) =>
  $api.useQuery('get', '/api/communities/{id}/map-edits', { params: { path: { id } } });

/** Asks what saving would do; whatever is wrong with the drawing comes with its places. */
export function useMapPreview(id: string, baseVersion: number) {
  return useMutation({
    mutationFn: (changes: MapChanges) =>
      answered(
        api.POST('/api/communities/{id}/map-edits/preview', {
          params: { path: { id } },
          body: { ...changes, baseVersion },
        }),
      ),
  });
}

export function useMapSave(id: string, baseVersion: number, saved: () => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAction<MapChanges, MapPlan>({
    send: (actionId, changes) =>
      api.POST('/api/communities/{id}/map-edits', {
        params: { path: { id } },
        body: { ...changes, baseVersion, id: actionId },
      }),
    say: '地图保存好了',
    keep: () => {
      saved();
      void message.destroy('map-check');
    },
    stale: [['get', '/api/communities/{id}/plan']],
    touches: [
      ['get', '/api/communities/{id}/plan'],
      ['get', '/api/communities/{id}/map-edits'],
      ['get', '/api/communities/{id}/map'],
      ['get', '/api/area-tree'],
    ],
    after: (plan) => queries.setQueryData(['get', '/api/communities/{id}/plan', planNow(id)], plan),
  });
}

/** What is wrong with a drawing that was refused for it. */
export function faultsIn(error: unknown): MapFault[] {
  if (!error) return [];
  const { code, details } = asProblem(error);
  return code === MAP_REFUSED ? ((details as { faults: MapFault[] }).faults ?? []) : [];
}
