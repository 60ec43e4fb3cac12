import { momentWords } from '@linli/shared';
import { useOnline } from '../../clock/useOnline';

interface Refreshed {
  data: unknown;
  dataUpdatedAt: number;
  isRefetchError: boolean;
}

/** Says since when the list has stood still, once it no longer refreshes. */
export function StaleBanner({ queue }: { queue: Refreshed }) {
  const online = useOnline();
  if (!queue.data || (online && !queue.isRefetchError)) return null;
  const seen = momentWords(new Date(queue.dataUpdatedAt).toISOString(), Date.now());
  return (
    <p className="notice wait stale-banner" role="status">
      {online ? '服务器暂时没有回应' : '网络断了'}，现在看到的是 {seen} 的样子，连上后自己更新。
    </p>
  );
}
