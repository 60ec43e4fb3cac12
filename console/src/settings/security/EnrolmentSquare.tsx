import { QRCode } from 'antd';
import type { Enrolment } from '../../api/contract';
import './security.css';

/** The square that an authenticator app scans, and its secret for typing in. Drawn here: it goes to no other server. */
export function EnrolmentSquare({ enrolment: { uri, secret } }: { enrolment: Enrolment }) {
  return (
    <div className="enrolment">
      <div className="enrolment-square">
        <QRCode type="svg" value={uri} color="#000000" bgColor="#ffffff" bordered={false} marginSize={4} />
      </div>
      <div className="stack">
        <p>用手机上的验证器扫一扫，比如微软身份验证器、谷歌身份验证器、宁盾令牌。</p>
        <p className="note-text">扫不了，就在验证器里选「手动输入」，填下面这串字：</p>
        <code className="enrolment-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </div>
    </div>
  );
}
