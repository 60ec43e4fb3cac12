import { ShieldAlert } from 'lucide-react';
import type { Notice } from '../api/contract';
import { FactCard } from '../incidents/drawer/FactCard';

/** Why nobody sees it yet, and who decides. */
export function WaitingCard({ notice: { state, desk } }: { notice: Notice }) {
  if (state !== 'waiting' || !desk) return null;
  if (desk.checking) {
    return (
      <FactCard icon={<ShieldAlert />} tone="wait" title="微信正在检查内容">
        <p>没有问题会自己发布，一般几秒钟。也可以请社区书记直接放行。</p>
      </FactCard>
    );
  }
  const decides = desk.allowedActions.includes('let_through');
  return (
    <FactCard icon={<ShieldAlert />} tone="wait" title={`还没有发布：${desk.found ?? '要有人看一看'}`}>
      <p>
        {decides
          ? '请您看一看。是该写的（比如自来水公司的电话）就放行，不该写的就撤回，改了再写。'
          : '要请社区书记看一看，放行以后居民才看得到。写错了可以撤回，改了再写。'}
      </p>
    </FactCard>
  );
}
