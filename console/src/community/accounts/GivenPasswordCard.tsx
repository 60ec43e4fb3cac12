import { momentWords } from '@linli/shared';
import { Button } from 'antd';
import { KeyRound } from 'lucide-react';
import type { GivenPassword } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { FactCard } from '../../incidents/drawer/FactCard';

interface GivenPasswordCardProps {
  given: GivenPassword;
  onClose: () => void;
}

/** Shown once: nobody can read it again, only give another. */
export function GivenPasswordCard({ given, onClose }: GivenPasswordCardProps) {
  const now = useNow();
  return (
    <FactCard icon={<KeyRound />} title="一次性密码">
      <p className="given-password">{given.oneTimePassword}</p>
      <p className="note-text">
        账号 {given.account}。请当面或者打电话告诉本人，不要发在群里。只显示这一次，
        {momentWords(given.until, now)} 前有效，首次登录要换成自己的密码。
      </p>
      <div className="account-told">
        <Button type="primary" onClick={onClose}>
          告诉本人了
        </Button>
      </div>
    </FactCard>
  );
}
