import { Button, Select } from 'antd';
import { MapPinOff } from 'lucide-react';
import { useState } from 'react';
import { $api } from '../../api/client';
import { asProblem } from '../../api/problem';
import { StatePanel } from '../../shell/StatePanel';
import { SettingsCard } from '../SettingsCard';
import { Waiting } from '../Waiting';
import { PolicyForm } from './PolicyForm';
import { PolicyList } from './PolicyList';
import { EVERYWHERE, useAreaChoices } from './useAreaChoices';

/** 时限: how many minutes there are for what, version by version. A change is a new version; what is under way keeps its own. */
export function ClockPoliciesPage() {
  const areas = useAreaChoices();
  const [chosen, choose] = useState<string>();
  const area = chosen ?? areas[0]?.value;
  if (area === undefined) return <StatePanel icon={<MapPinOff />} title="您名下还没有可以设时限的地方" />;
  return (
    <>
      <Select
        aria-label="哪里"
        value={area}
        options={areas}
        popupMatchSelectWidth={false}
        onChange={choose}
      />
      <PoliciesOf key={area} areaId={area === EVERYWHERE ? undefined : area} />
    </>
  );
}

function PoliciesOf({ areaId }: { areaId: string | undefined }) {
  const [adding, setAdding] = useState(false);
  const policies = $api.useQuery('get', '/api/clock-policies', { params: { query: { areaId } } });
  // What holds for everybody is what a place without its own goes by, and what a new form begins with.
  const general = $api.useQuery('get', '/api/clock-policies', { params: { query: {} } });
  if (!policies.data) {
    return (
      <Waiting
        problem={policies.isError ? asProblem(policies.error) : null}
        onRetry={() => void policies.refetch()}
      />
    );
  }
  const { items } = policies.data;
  const likely = items[0] ?? general.data?.items.find(({ categoryCode }) => categoryCode === null);
  return (
    <>
      {adding && likely ? (
        <PolicyForm areaId={areaId} likely={likely} onDone={() => setAdding(false)} />
      ) : (
        <Button type="primary" disabled={!likely} onClick={() => setAdding(true)}>
          加一版时限
        </Button>
      )}
      <SettingsCard title="各个版本" note="新的在上面。已经在办的事按报上来时的那一版算，不会变。">
        {items.length === 0 ? (
          <StatePanel icon={<MapPinOff />} title="这里没有自己的时限" note="按上一级地方的时限算。" />
        ) : (
          <PolicyList items={items} />
        )}
      </SettingsCard>
    </>
  );
}
