import { Select } from 'antd';
import { MapPinOff } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../../session/useMe';
import { StatePanel } from '../../shell/StatePanel';
import { StaffGroupCard } from './StaffGroupCard';

/** The WeCom group of each community one may set up: staff hear there within the five minutes. */
export function StaffGroupPage() {
  const { appointments } = useMe();
  const communities = [
    ...new Map(
      appointments
        .filter(({ role, communityId }) => role === 'community_secretary' && communityId !== null)
        .map((a) => [a.communityId as string, a.communityName ?? a.areaName ?? '']),
    ),
  ];
  const [chosen, choose] = useState(communities[0]?.[0]);
  if (!chosen) return <StatePanel icon={<MapPinOff />} title="您名下还没有社区" />;
  return (
    <>
      {communities.length > 1 && (
        <Select
          aria-label="社区"
          value={chosen}
          options={communities.map(([value, label]) => ({ value, label }))}
          popupMatchSelectWidth={false}
          onChange={choose}
        />
      )}
      <StaffGroupCard key={chosen} communityId={chosen} />
    </>
  );
}
