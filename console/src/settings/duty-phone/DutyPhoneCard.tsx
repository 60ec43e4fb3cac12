import { phoneWords } from '@linli/shared';
import { Button } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../api/problem';
import { Wrong } from '../../forms/Wrong';
import { SettingsCard } from '../SettingsCard';
import { Waiting } from '../Waiting';
import { DutyPhoneForm } from './DutyPhoneForm';
import { useDutyPhone } from './useDutyPhone';

export function DutyPhoneCard({ communityId }: { communityId: string }) {
  const { duty, set } = useDutyPhone(communityId);
  const [changing, setChanging] = useState(false);
  if (!duty.data) {
    return (
      <Waiting problem={duty.isError ? asProblem(duty.error) : null} onRetry={() => void duty.refetch()} />
    );
  }
  const { phone, version } = duty.data;
  const problem = set.isError ? asProblem(set.error) : null;
  const save = (next: string | null, saved?: () => void) =>
    set.mutate(
      { phone: next, version },
      {
        onSuccess: () => {
          setChanging(false);
          saved?.();
        },
      },
    );
  return (
    <SettingsCard
      title="值班电话"
      note="居民在小程序的「我的网格员」里看到它，点一下就能打，不登录也看得到。网格员没有公开自己的号码时，居民打的就是它。"
    >
      {phone === null || changing ? (
        <DutyPhoneForm
          communityId={communityId}
          replacing={phone !== null}
          pending={set.isPending}
          problem={problem}
          onSave={save}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <>
          <dl className="settings-facts">
            <dt>现在的号码</dt>
            <dd>
              {phoneWords(phone)}
              <Button type="link" onClick={() => setChanging(true)}>
                换一个
              </Button>
            </dd>
          </dl>
          <Wrong says={problem?.title} />
          <div className="row">
            <Button loading={set.isPending} onClick={() => save(null)}>
              不给居民看了
            </Button>
          </div>
        </>
      )}
    </SettingsCard>
  );
}
