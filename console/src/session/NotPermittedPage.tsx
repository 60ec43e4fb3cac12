import { Button } from 'antd';
import { UserX } from 'lucide-react';
import type { Me } from '../api/contract';
import { StatePanel } from '../shell/StatePanel';
import { signOut } from './sign-out';

export function NotPermittedPage({ me }: { me: Me }) {
  const roles = me.appointments.map((a) => a.roleLabel).join('、');
  return (
    <main className="centred">
      <StatePanel
        icon={<UserX />}
        title="这个账号在工作台没有要办的事"
        note={
          roles
            ? `${me.name}现在是${roles}。这个职务在工作台没有要办的；网格员、协办请在手机上办事。`
            : `${me.name}还没有社区里的职务。请找社区书记任命，或者换一个账号。`
        }
      >
        <Button type="primary" onClick={signOut}>
          换一个账号
        </Button>
      </StatePanel>
    </main>
  );
}
