import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeMessageSettings, readMessageSettings } from '../../../../features/inbox/api';
import type { ChangeMessageSettings, MessageSettings } from '../../../../request/contract';
import { useSeen } from '../../../../request/useSeen';

const KEY = ['message-settings'];

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
  const client = useQueryClient();
  const seen = useSeen(KEY, readMessageSettings);
  const change = useMutation({
    mutationFn: changeMessageSettings,
    onMutate: async (asked: ChangeMessageSettings) => {
      await client.cancelQueries({ queryKey: KEY });
      const before = client.getQueryData<MessageSettings>(KEY);
      if (before) client.setQueryData(KEY, changed(before, asked));
      return before;
    },
    onSuccess: (now) => client.setQueryData(KEY, now),
    onError: (_refusal, _asked, before) => client.setQueryData(KEY, before),
  });
  return { ...seen, change };
}
