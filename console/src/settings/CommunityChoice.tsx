import { Select } from 'antd';
import { MapPinOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMe } from '../session/useMe';
import { StatePanel } from '../shell/StatePanel';

/** One of the communities whose secretary one is, and what is set there. */
export function CommunityChoice({ children }: { children: (communityId: string) => ReactNode }) {
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
      {children(chosen)}
    </>
  );
}
