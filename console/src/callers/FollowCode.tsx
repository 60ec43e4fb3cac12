import { App, Button } from 'antd';
import { Copy, Printer } from 'lucide-react';
import { Link } from 'react-router';
import type { IncidentForResident } from '../api/contract';

/** The code the caller follows it by: to be read out, written down or printed. */
export function FollowCode({
  reported: { incident, followCode },
  onAgain,
}: {
  reported: IncidentForResident;
  onAgain: () => void;
}) {
  const { message } = App.useApp();
  const link = `${location.origin}/f/${followCode}`;
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      void message.success('链接拷好了');
    } catch {
      void message.error('浏览器不让拷，请选中链接自己拷');
    }
  }
  return (
    <section className="follow-code printable" aria-label="查询码">
      <p className="note-text">{incident.number}</p>
      <h2>{incident.title}</h2>
      <p className="note-text">
        {incident.communityName} {incident.placeLabel}
      </p>
      <p>请居民记下这个查询码</p>
      <p className="follow-code-figure" data-follow-code={followCode}>
        {followCode.slice(0, 5)} {followCode.slice(5)}
      </p>
      <p className="note-text">
        手机打开下面的链接，或者在邻里共治「我的」里输入，就能看办到哪了。谁有码谁能看，请收好。
      </p>
      <p className="follow-code-link">{link}</p>
      <div className="row wrap no-print">
        <Button type="primary" size="large" icon={<Copy />} onClick={copy}>
          拷贝链接
        </Button>
        <Button size="large" icon={<Printer />} onClick={() => print()}>
          打印
        </Button>
        <Link className="text-link" to={`/incidents/${incident.id}`}>
          去办这件事
        </Link>
        <Button type="text" onClick={onAgain}>
          再报一件
        </Button>
      </div>
    </section>
  );
}
