import { momentWords } from '@linli/shared';
import {
  CircleCheck,
  CircleDashed,
  Clock,
  Lock,
  ShieldCheck,
  ShieldOff,
  TriangleAlert,
  UserX,
} from 'lucide-react';
import type { Account } from '../../api/contract';

/** How an account stands, the worst first: each with its word and its own shape. */
export function AccountChip({ account, now }: { account: Account; now: number }) {
  if (account.suspended)
    return (
      <span className="chip rest">
        <UserX />
        已停用
      </span>
    );
  if (account.account === null)
    return (
      <span className="chip rest">
        <CircleDashed />
        没有账号
      </span>
    );
  if (account.lockedUntil !== null && Date.parse(account.lockedUntil) > now)
    return (
      <span className="chip over" title={`${momentWords(account.lockedUntil, now)} 自己解开`}>
        <Lock />
        输错锁住
      </span>
    );
  if (account.password === 'over')
    return (
      <span className="chip wait">
        <TriangleAlert />
        一次性密码过期
      </span>
    );
  if (account.password === 'one_time')
    return (
      <span className="chip wait">
        <Clock />
        等首次登录
      </span>
    );
  return (
    <span className="chip done">
      <CircleCheck />
      正常
    </span>
  );
}

export function SecondStepWord({ on }: { on: boolean }) {
  return on ? (
    <span className="row">
      <ShieldCheck />
      开着
    </span>
  ) : (
    <span className="row note-text">
      <ShieldOff />
      没开
    </span>
  );
}
