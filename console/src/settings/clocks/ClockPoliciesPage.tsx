import { Button, Select } from 'antd';
import { MapPinOff } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { $api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { SEARCHED } from '../../forms/searched';
import { StatePanel } from '../../shell/StatePanel';
import { SettingsCard } from '../SettingsCard';
import { Waiting } from '../Waiting';
import { PolicyForm } from './PolicyForm';
import { PolicyList } from './PolicyList';
import { EVERYWHERE, useAreaChoices } from './useAreaChoices';

/** 时限: how many minutes there are for what, version by version. A change is a new version; what is under way keeps its own. */
export function ClockPoliciesPage() {
  const areas = useAreaChoices();
  const [params, setParams] = useSearchParams();
  // A link names the place it speaks of; who may not set anything there gets the first of their own.
  const area = areas.find(({ value }) => value === params.get('area'))?.value ?? areas[0]?.value;
  if (area === undefined) return <StatePanel icon={<MapPinOff />} title="您名下还没有可以设时限的地方" />;
  return (
    <>
      <Select
        aria-label="哪里"
        value={area}
        options={areas}
        popupMatchSelectWidth={false}
        showSearch={SEARCHED}
        onChange={(chosen) => setParams({ area: chosen }, { replace: true })}
      />
      <PoliciesOf key={area} areaId={area === EVERYWHERE ? undefined : area} />
    </>
  );
}

function PoliciesOf({ areaId }: { areaId: string | undefined }) {
  const [adding, setAdding] = useState(false);
  const policies = $api.useQuery('get', '/api/clock-policies', { params: { query: { areaId } } });
  if (!policies.data) {
    return (
      <Waiting
        problem={policies.isError ? asProblem(policies.error) : null}
        onRetry={() => void policies.refetch()}
      />
    );
  }
  const { items, inForce } = policies.data;
  const likely = items[0] ?? inForce[0];
  return (
    <>
      {adding && likely ? (
        <PolicyForm areaId={areaId} likely={likely} onDone={() => setAdding(false)} />
      ) : (
        <Button type="primary" disabled={!likely} onClick={() => setAdding(true)}>
          加一版时限
        </Button>
      )}
      <SettingsCard title="现在按这些算" note="这里没有自己的，就按上一级地方的。">
        <PolicyList
          items={inForce}
          placeOf={({ areaId: of, areaName }) =>
            of === null ? '所有地方' : of === areaId ? `${areaName}（自己的）` : (areaName ?? '')
          }
        />
      </SettingsCard>
      <SettingsCard title="这里自己的各个版本" note="新的在上面。已经在办的事按报上来时的那一版算，不会变。">
        {items.length === 0 ? (
          <StatePanel icon={<MapPinOff />} title="这里没有自己的时限" note="按上面写的算。" />
        ) : (
          <PolicyList items={items} />
        )}
      </SettingsCard>
    </>
  );
}
