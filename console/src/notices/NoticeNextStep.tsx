import { LIMITS } from '@linli/shared';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { Notice } from '../api/contract';
import { fieldMessage } from '../api/problem';
import { ReasonForm } from '../forms/ReasonForm';
import { useDraft } from '../forms/useDraft';
import { useNoticeAction } from './useNotice';
import '../incidents/actions/next.css';

/** What can be done about a notice: letting it through is the solid button, taking it back asks for a reason. */
export function NoticeNextStep({ notice }: { notice: Notice }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const letThrough = useNoticeAction(
    (actionId, _: null) =>
      api.POST('/api/notices/{id}/let-through', { params: { path: { id: notice.id } }, body: { actionId } }),
    { say: '放行了，居民看得到了' },
  );
  const allowed = notice.desk?.allowedActions ?? [];
  if (allowed.length === 0) return null;
  if (withdrawing && allowed.includes('withdraw')) {
    return (
      <footer className="next">
        <WithdrawForm notice={notice} onClose={() => setWithdrawing(false)} />
      </footer>
    );
  }
  return (
    <footer className="next">
      <div className="next-buttons">
        {allowed.includes('let_through') && (
          <Button
            type="primary"
            size="large"
            className="next-solid"
            loading={letThrough.pending}
            onClick={() => letThrough.run(null)}
          >
            看过了，放行
          </Button>
        )}
        {allowed.includes('withdraw') && (
          <Button size="large" className="next-other" onClick={() => setWithdrawing(true)}>
            撤回
          </Button>
        )}
      </div>
    </footer>
  );
}

function WithdrawForm({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const draft = useDraft(`notice.withdraw.${notice.id}`);
  const withdraw = useNoticeAction(
    (actionId, reason: string) =>
      api.POST('/api/notices/{id}/withdraw', {
        params: { path: { id: notice.id } },
        body: { actionId, reason },
      }),
    {
      say: '撤回了',
      after: () => {
        draft[1]('');
        onClose();
      },
    },
  );
  return (
    <ReasonForm
      id="notice-withdraw-words"
      title="为什么撤回"
      hint="点开过这条通知的人会看到这句话。撤回以后不能再发，要改就另写一条。"
      placeholder="比如：抢修提前完成，不停水了"
      limit={LIMITS.noticeReasonChars}
      missing="写一句为什么撤回"
      submit="撤回这条通知"
      cancel="先不撤"
      draft={draft}
      wrong={fieldMessage(withdraw.problem, 'reason')}
      pending={withdraw.pending}
      onSend={withdraw.run}
      onClose={onClose}
    />
  );
}
