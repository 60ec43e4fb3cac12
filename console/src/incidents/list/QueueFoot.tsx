import { LIMITS } from '@linli/shared';
import { Pagination } from 'antd';
import { PAGE_SIZE } from '../queue-filters';

interface QueueFootProps {
  total: number;
  page: number;
  onPage: (page: number) => void;
}

export function QueueFoot({ total, page, onPage }: QueueFootProps) {
  return (
    <footer className="queue-foot">
      <span>
        {total < LIMITS.listCountMax ? `共 ${total} 件` : `只列前 ${LIMITS.listCountMax} 件，筛选后再找`}
      </span>
      {total > PAGE_SIZE ? (
        <Pagination
          simple={{ readOnly: true }}
          size="small"
          current={page}
          total={total}
          pageSize={PAGE_SIZE}
          showSizeChanger={false}
          onChange={onPage}
        />
      ) : (
        <span className="per-page">每页 {PAGE_SIZE}</span>
      )}
      <span className="grow" />
      <span className="key-hints">
        <span className="kbd">j</span> <span className="kbd">k</span> 上下
        <span className="kbd">Enter</span> 打开
        <span className="kbd">Esc</span> 关上
      </span>
    </footer>
  );
}
