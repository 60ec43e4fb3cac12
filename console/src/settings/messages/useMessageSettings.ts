import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../api/answered';
import { $api, api } from '../../api/client';
import type { ChangeMessageSettings, MessageSettings } from '../../api/contract';
import { asProblem } from '../../api/problem';

/** As it will look once the server has agreed, so that a switch moves under the finger. */
function changed(settings: MessageSettings, { quietHours, choices = [] }: ChangeMessageSettings) {
  return {
    ...settings,
    ...(quietHours === undefined ? {} : { quietHours }),
    kinds: settings.kinds.map((kind) => ({
      ...kind,
      channels: kind.channels.map((one) => {
        const choice = choices.find((c) => c.kind === kind.kind && c.channel === one.channel);
        return choice ? { ...one, on: choice.on } : one;
      }),
    })),
  };
}

export function useMessageSettings() {
  const queryClient = useQueryClient();
  const { queryKey } = $api.queryOptions('get', '/api/me/message-settings');
  const change = useMutation({
    mutationFn: (body: ChangeMessageSettings) => answered(api.PUT('/api/me/message-settings', { body })),
    onMutate: async (body) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<MessageSettings>(queryKey);
      if (before) queryClient.setQueryData(queryKey, changed(before, body));
      return before;
    },
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    onError: (_refused, _body, before) => queryClient.setQueryData(queryKey, before),
  });
  return { change: change.mutate, problem: change.isError ? asProblem(change.error) : null };
}
