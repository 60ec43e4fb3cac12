import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import '../incidents/list/queue.css';

interface ListFootProps {
  total: number;
  /** Counted no further than this: more than so many are not listed. */
  countedTo?: number;
  /** What is counted: 「条」「人」「套」. */
  unit: string;
  page: number;
  pageSize: number;
  onPage: (page: number) => void;
  /** What else stands there, after the pages. */
  children?: ReactNode;
}

/** Below a table: how many there are in all, and the other pages where there are any. */
export function ListFoot({ total, countedTo, unit, page, pageSize, onPage, children }: ListFootProps) {
  return (
    <footer className="queue-foot">
      <span>
        {countedTo !== undefined && total >= countedTo
          ? `只列前 ${countedTo} ${unit}，筛选后再找`
          : `共 ${total} ${unit}`}
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
