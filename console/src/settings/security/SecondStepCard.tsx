import { momentWords } from '@linli/shared';
import { Button } from 'antd';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { MySecurity } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { SettingsCard } from '../SettingsCard';
import { RecoveryCodes } from './RecoveryCodes';
import { NewCodesForm, RemoveForm } from './SecondStepForms';
import { SetUpForm } from './SetUpForm';

type Doing = 'set-up' | 'remove' | 'codes';
const FEW_CODES = 3;

/** The second step: setting it up, another phone, new paper codes, taking it away where that is allowed. */
export function SecondStepCard({ security }: { security: MySecurity }) {
  const now = useNow();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const on = security.secondStepSince !== null;
  const close = () => setDoing(null);
  function show(fresh: string[]) {
    setCodes(fresh);
    close();
  }
  return (
    <SettingsCard title="两步登录" note={noteOf(security)}>
      {security.secondStepSince !== null && (
        <dl className="settings-facts">
          <dt>现在</dt>
          <dd>
            <span className="chip done">
              <ShieldCheck />
              开着
            </span>
            {momentWords(security.secondStepSince, now)} 开通的
          </dd>
          <dt>备用码</dt>
          <dd className={security.recoveryLeft < FEW_CODES ? 'over-text' : ''}>
            还有 {security.recoveryLeft} 个没用
          </dd>
        </dl>
      )}
      {codes && <RecoveryCodes codes={codes} />}
      {codes && (
        <div>
          <Button type="primary" onClick={() => setCodes(null)}>
            记好了
          </Button>
        </div>
      )}
      {!codes && doing === null && (
        <div className="row wrap">
          <Button type={on ? 'default' : 'primary'} onClick={() => setDoing('set-up')}>
            {on ? '换一部手机' : '开通两步登录'}
          </Button>
          {on && <Button onClick={() => setDoing('codes')}>换一组备用码</Button>}
          {on && !security.secondStepAsked && <Button onClick={() => setDoing('remove')}>关掉</Button>}
        </div>
      )}
      {doing === 'set-up' && <SetUpForm replacing={on} onDone={show} onClose={close} />}
      {doing === 'codes' && <NewCodesForm onDone={show} onClose={close} />}
      {doing === 'remove' && <RemoveForm onDone={close} onClose={close} />}
    </SettingsCard>
  );
}

function noteOf({ demo, secondStepAsked }: MySecurity): string {
  const what = '登录时除了密码，还要填手机验证器上的 6 位数字。密码被人知道了，也进不来。';
  if (secondStepAsked) return `${what}您的职务要求开着它。`;
  return demo ? `${what}这里是演示，不强制开，可以试试；点演示人物进来的不用填。` : what;
}
