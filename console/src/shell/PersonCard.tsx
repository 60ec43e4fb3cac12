import { LogOut, User } from 'lucide-react';
import { signOut } from '../session/sign-out';
import { useMe } from '../session/useMe';

/** Who is signed in and as what, with the way out. */
export function PersonCard() {
  const me = useMe();
  const roles = [...new Set(me.appointments.map((a) => a.roleLabel))].join('、');
  return (
    <div className="person-card">
      <span className="avatar">
        <User />
      </span>
      <div className="grow person-card-words">
        <b className="ellipsis">{me.name}</b>
        <span className="note-text ellipsis">{roles}</span>
      </div>
      <button type="button" className="icon-button" onClick={signOut} aria-label="退出登录" title="退出登录">
        <LogOut />
      </button>
    </div>
  );
}
