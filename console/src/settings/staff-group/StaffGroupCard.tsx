import { momentWords } from '@linli/shared';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import type { StaffGroup } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { useNow } from '../../clock/useNow';
import { Wrong } from '../../forms/Wrong';
import { SettingsCard } from '../SettingsCard';
import { Waiting } from '../Waiting';
import { useStaffGroup } from './useStaffGroup';
import { WebhookForm } from './WebhookForm';

export function StaffGroupCard({ communityId }: { communityId: string }) {
  const { group, configure, test } = useStaffGroup(communityId);
  const [changing, setChanging] = useState(false);
  if (!group.data) {
    return (
      <Waiting problem={group.isError ? asProblem(group.error) : null} onRetry={() => void group.refetch()} />
    );
  }
  const { configured, enabled, webhookEnd } = group.data;
  const asking = !configured || changing;
  return (
    <SettingsCard
      title="企业微信群"
      note="有人上报、快到时间、超时升级，群里的机器人会说一声。居民的名字和电话不会发到群里。"
    >
      {asking ? (
        <WebhookForm
          replacing={configured}
          pending={configure.isPending}
          problem={configure.isError ? asProblem(configure.error) : null}
          onSave={(webhook) =>
            configure.mutate({ webhook, enabled: true }, { onSuccess: () => setChanging(false) })
          }
          onCancel={() => setChanging(false)}
        />
      ) : (
        <>
          <dl className="settings-facts">
            <dt>机器人地址</dt>
            <dd>
              已填，尾号 {webhookEnd}
              <Button type="link" onClick={() => setChanging(true)}>
                换一个
              </Button>
            </dd>
            <dt>往群里发</dt>
            <dd>
              <Switch
                checked={enabled}
                loading={configure.isPending}
                aria-label="往群里发"
                onChange={(on) => configure.mutate({ enabled: on })}
              />
              {enabled ? '开着' : '停了，群里收不到'}
            </dd>
            <HowItWent group={group.data} />
          </dl>
          <Wrong says={configure.isError ? asProblem(configure.error).title : null} />
          <div className="row wrap">
            <Button type="primary" disabled={!enabled} loading={test.isPending} onClick={() => test.mutate()}>
              测试，往群里发一句
            </Button>
            <TestOutcome test={test} />
          </div>
        </>
      )}
    </SettingsCard>
  );
}

function HowItWent({ group: { lastOkAt, lastError, lastErrorAt } }: { group: StaffGroup }) {
  const now = useNow();
  return (
    <>
      <dt>最近发成</dt>
      <dd>{lastOkAt ? momentWords(lastOkAt, now) : '还没有发过'}</dd>
      {lastError && (
        <>
          <dt>最近没发成</dt>
          <dd className="field-error">
            {lastErrorAt ? `${momentWords(lastErrorAt, now)}，` : ''}
            {lastError}
          </dd>
        </>
      )}
    </>
  );
}

function TestOutcome({ test }: { test: ReturnType<typeof useStaffGroup>['test'] }) {
  if (test.isError) return <Wrong inline says={asProblem(test.error).title} />;
  if (!test.data) return null;
  return test.data.ok ? (
    <span className="chip done" role="status">
      发到群里了，看一眼
    </span>
  ) : (
    <Wrong inline says={`没发成：${test.data.reason}`} />
  );
}
