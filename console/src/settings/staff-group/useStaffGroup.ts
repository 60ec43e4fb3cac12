import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../api/answered';
import { $api, api } from '../../api/client';

export function useStaffGroup(communityId: string) {
  const queryClient = useQueryClient();
  const params = { path: { id: communityId } };
  const { queryKey } = $api.queryOptions('get', '/api/communities/{id}/staff-group', { params });
  const group = $api.useQuery('get', '/api/communities/{id}/staff-group', { params });
  const configure = useMutation({
    mutationFn: (body: { webhook?: string; enabled: boolean }) =>
      answered(api.PUT('/api/communities/{id}/staff-group', { params, body })),
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
  });
  const test = useMutation({
    mutationFn: () => answered(api.POST('/api/communities/{id}/staff-group/test', { params })),
    // It may have posted although no answer came: tried again only by hand.
    retry: false,
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { group, configure, test };
}
