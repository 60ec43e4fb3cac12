import { momentWords, type Problem } from '@linli/shared';
import { Button } from 'antd';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { asProblem } from '../../api/problem';
import { useNow } from '../../clock/useNow';
import { StatePanel } from '../../shell/StatePanel';
import { SettingsCard } from '../SettingsCard';
import { Waiting } from '../Waiting';

interface Dead {
  id: string;
  attempts: number;
  diedAt: string;
}

interface DeadListProps<T extends Dead> {
  title: string;
  note: string;
  nothing: string;
  list: {
    data: { pages: { items: T[] }[] } | undefined;
    isError: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  retry: {
    mutate: (id: string) => void;
    isPending: boolean;
    variables: string | undefined;
    isError: boolean;
    error: unknown;
  };
  what: (item: T) => ReactNode;
  why: (item: T) => string;
}

/** What was given up: what, when, why, and a button that begins it anew. */
export function DeadList<T extends Dead>({ title, note, nothing, list, retry, what, why }: DeadListProps<T>) {
  const now = useNow();
  const items = list.data?.pages.flatMap((page) => page.items);
  const refused: Problem | null = retry.isError ? asProblem(retry.error) : null;
  return (
    <SettingsCard title={title} note={note}>
      {refused && (
        <p className="notice over" role="alert">
          {refused.title}
        </p>
      )}
      {!items && (
        <Waiting problem={list.isError ? asProblem(list.error) : null} onRetry={() => void list.refetch()} />
      )}
      {items?.length === 0 && <StatePanel icon={<CircleCheck />} title={nothing} />}
      {items && items.length > 0 && (
        <table className="settings-table">
          <thead>
            <tr>
              <th>什么</th>
              <th>为什么没成</th>
              <th>试了</th>
              <th>什么时候放下的</th>
              <th>
                <span className="visually-hidden">再做一次</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>{what(item)}</td>
                <td className="settings-why">{why(item)}</td>
                <td>{item.attempts} 次</td>
                <td>{momentWords(item.diedAt, now)}</td>
                <td>
                  <Button
                    loading={retry.isPending && retry.variables === item.id}
                    onClick={() => retry.mutate(item.id)}
                  >
                    再做一次
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          看更早的
        </Button>
      )}
    </SettingsCard>
  );
}
