import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../api/answered';
import { $api, api } from '../../api/client';

export function useDutyPhone(communityId: string) {
  const queryClient = useQueryClient();
  const params = { path: { id: communityId } };
  const { queryKey } = $api.queryOptions('get', '/api/communities/{id}/duty-phone', { params });
  const duty = $api.useQuery('get', '/api/communities/{id}/duty-phone', { params });
  const set = useMutation({
    mutationFn: (body: { phone: string | null; version: number }) =>
      answered(api.PUT('/api/communities/{id}/duty-phone', { params, body })),
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    // Somebody else may have changed it meanwhile: then it is shown as it is now.
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { duty, set };
}
