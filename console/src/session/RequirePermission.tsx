import type { Permission } from '@linli/shared';
import { ShieldX } from 'lucide-react';
import { Link, Outlet } from 'react-router';
import { StatePanel } from '../shell/StatePanel';
import { type Home, homeOf } from './home';
import { useMe } from './useMe';

/** The first screen by its name in the menu. */
const WAYS: Record<Home, string> = {
  '/incidents': '去看事件',
  '/tasks': '去看任务',
  '/community': '去区域与人员',
  '/audit': '去看审计',
  '/settings': '去设置',
};

/** A link may be followed by somebody whose work is elsewhere: they read so, and find the way to their own. */
export function RequirePermission({ permission }: { permission: Permission }) {
  const me = useMe();
  const home = homeOf(me);
  if (me.permissions.includes(permission)) return <Outlet />;
  return (
    <StatePanel
      icon={<ShieldX />}
      title="这一页不归您看"
      note="您的职务看不到这里的内容。要是觉得不对，请找任命您的人，比如社区书记。"
    >
      {home && (
        <Link className="text-link" to={home}>
          {WAYS[home]}
        </Link>
      )}
    </StatePanel>
  );
}
