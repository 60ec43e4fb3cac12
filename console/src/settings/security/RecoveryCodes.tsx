import { Button } from 'antd';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import './security.css';

/** Shown once. Whoever loses the phone needs them; whoever finds them has half of the way in. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setCopied(true);
    } catch {
      // A browser that does not let pages copy still lets people select.
      setCopied(false);
    }
  }
  return (
    <div className="stack">
      <p className="notice wait" role="status">
        这 {codes.length} 个备用码只显示这一次。抄在纸上收好：手机丢了，一个备用码能顶一次验证码。
      </p>
      <ol className="recovery-codes" aria-label="备用码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div>
        <Button icon={<Copy />} onClick={copy}>
          {copied ? '复制好了' : '复制'}
        </Button>
      </div>
    </div>
  );
}
