import type { Permission } from '@linli/shared';
import { ShieldX } from 'lucide-react';
import { Link, Outlet } from 'react-router';
import { StatePanel } from '../shell/StatePanel';
import { homeOf } from './home';
import { useMe } from './useMe';

/** A link may be followed by somebody whose work is elsewhere: they read so, and find the way to their own. */
export function RequirePermission({ permission }: { permission: Permission }) {
  const me = useMe();
  if (me.permissions.includes(permission)) return <Outlet />;
  return (
    <StatePanel
      icon={<ShieldX />}
      title="这一页不归您看"
      note="您的职务看不到这里的内容。要是觉得不对，请找社区管理员。"
    >
      <Link className="text-link" to={homeOf(me) ?? '/'}>
        去我的任务
      </Link>
    </StatePanel>
  );
}
