import { LogOut, User } from 'lucide-react';
import { Link } from 'react-router';
import { signOut } from '../session/sign-out';
import { useMe } from '../session/useMe';

/** Who is signed in and as what, with the way to their own account and the way out. */
export function PersonCard() {
  const me = useMe();
  const roles = [...new Set(me.appointments.map((a) => a.roleLabel))].join('、');
  return (
    <div className="person-card">
      <Link
        className="person-card-link grow"
        to="/settings/security"
        title={`${me.name} · ${roles}\n看我的密码和设备`}
      >
        <span className="avatar">
          <User />
        </span>
        <span className="grow person-card-words">
          <b>{me.name}</b>
          <span className="note-text">{roles}</span>
        </span>
      </Link>
      <button type="button" className="icon-button" onClick={signOut} aria-label="退出登录" title="退出登录">
        <LogOut />
      </button>
    </div>
  );
}
