import { Skeleton } from 'antd';

export function PageSkeleton() {
  return (
    <main className="page-skeleton skeleton" aria-busy="true" aria-label="正在打开">
      <Skeleton active paragraph={{ rows: 8 }} />
    </main>
  );
}
