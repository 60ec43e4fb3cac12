import Taro from '@tarojs/taro';
import { Bench } from '../../components/Bench';
import { useNow } from '../../components/useNow';
import { useAct, useWorkbench } from '../../features/incident/hooks';
import { WorkRow } from '../../features/incident/WorkRow';
import { sentence } from '../../request/refusal';

/** How many cases stand on the home screen itself. */
const SHOWN = 4;
const TOAST_MS = 3_000;

/** 工作台: what is due, sorted by what runs out soonest; the top of it can be taken on right here. */
export function WorkbenchCard() {
  const { items, first, query, seenAtMs } = useWorkbench();
  const { mutate, isPending, variables } = useAct();
  const now = useNow();
  const counts = first?.counts;
  const fixed = seenAtMs !== undefined;
  const shown = items?.slice(0, SHOWN);
  const more = (counts?.open ?? 0) - (shown?.length ?? 0);
  const accept = (id: string) => {
    // Somebody else may have been faster: the server says who, and the list is asked for again by itself.
    const onError = (error: unknown) =>
      void Taro.showToast({ title: sentence(error), icon: 'none', duration: TOAST_MS });
    mutate({ id, action: 'accept' }, { onError });
  };
  return (
    <Bench
      id="workbench"
      title="工作台"
      counts={counts}
      known={items?.length}
      query={query}
      seenAtMs={seenAtMs}
      more={{ id: 'all-work', count: more }}
    >
      {shown?.map((card, i) => (
        <WorkRow
          key={card.id}
          card={card}
          nowMs={now}
          fixed={fixed}
          first={i === 0 && (counts?.overdue ?? 0) > 0 && !fixed}
          busy={isPending && variables?.id === card.id}
          onAccept={() => accept(card.id)}
        />
      ))}
    </Bench>
  );
}
