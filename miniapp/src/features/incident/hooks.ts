import type { IncidentAction } from '@linli/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IncidentDetail } from '../../request/contract';
import { useFeed } from '../../request/useFeed';
import { useInTurn } from '../../request/useInTurn';
import { useSeen } from '../../request/useSeen';
import { useTap } from '../../request/useTap';
import {
  actOnIncident,
  readCategories,
  readFollowedIncidents,
  readIncident,
  readIncidentByCode,
  readMyIncidents,
  readPublicIncidents,
  readWorkbench,
} from './api';

const POLL_MS = 15_000;

export const useCategories = () => useSeen(['categories'], readCategories);

export const useIncident = (id: string) =>
  useSeen(['incident', id], () => readIncident(id), { pollMs: POLL_MS, enabled: id !== '' });

export const useIncidentByCode = (code: string) =>
  useSeen(['incident-by-code', code], () => readIncidentByCode(code), {
    pollMs: POLL_MS,
    enabled: code !== '',
  });

/** Those of one grid, or of the whole community. */
export const usePublicIncidents = (communityId: string | null, gridId: string | null, wanted: boolean) =>
  useFeed(
    ['public', communityId ?? '', ...(gridId ? [gridId] : [])],
    (cursor) => readPublicIncidents(communityId ?? '', gridId, cursor),
    wanted && communityId !== null,
  );

export const useMyIncidents = (enabled = true) => useFeed(['mine'], readMyIncidents, enabled);

export const useFollowedIncidents = (enabled = true) => useFeed(['followed'], readFollowedIncidents, enabled);

export const useWorkbench = (enabled = true) => useFeed(['workbench'], readWorkbench, enabled);

export interface Act {
  id: string;
  action: IncidentAction;
  body?: Record<string, unknown>;
}

/** Does one action; the lists and the incident itself are asked for again either way. */
export function useAct() {
  const client = useQueryClient();
  const tap = useTap();
  const mutation = useMutation<IncidentDetail, unknown, Act>({
    mutationFn: ({ id, action, body = {} }) =>
      actOnIncident(id, action, { actionId: tap.idOf([id, action, body]), ...body }),
    onSuccess: (incident) => {
      tap.end();
      // What was asked before the act would say how it was before.
      void client.cancelQueries({ queryKey: ['incident', incident.id] });
      client.setQueryData(['incident', incident.id], incident);
    },
    onError: tap.endIfAnswered,
    onSettled: (_answer, _error, { id }) => {
      for (const key of [
        ['incident', id],
        ['public'],
        ['mine'],
        ['followed'],
        ['workbench'],
        ['tasks'],
        ['task'],
      ]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
  return useInTurn(mutation);
}
