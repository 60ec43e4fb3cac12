import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import '../incidents/list/queue.css';

interface ListFootProps {
  total: number;
  /** What is counted: 「条」「人」「套」. */
  unit: string;
  page: number;
  pageSize: number;
  onPage: (page: number) => void;
  /** What else stands there, after the pages. */
  children?: ReactNode;
}

/** Below a table: how many there are in all, and the other pages where there are any. */
export function ListFoot({ total, unit, page, pageSize, onPage, children }: ListFootProps) {
  return (
    <footer className="queue-foot">
      <span>
        共 {total} {unit}
      </span>
      {total > pageSize && (
        <Pagination
          simple={{ readOnly: true }}
          size="small"
          current={page}
          total={total}
          pageSize={pageSize}
          showSizeChanger={false}
          onChange={onPage}
        />
      )}
      {children}
    </footer>
  );
}
