import { useStaffCommunities } from '../../incidents/useStaffCommunities';
import { useMe } from '../../session/useMe';

/** Where no area of its own is meant. */
export const EVERYWHERE = 'everywhere';

/** The places whose limits this person may set: what they are appointed to, and what lies in it. */
export function useAreaChoices(): { value: string; label: string }[] {
  const { appointments } = useMe();
  const communities = useStaffCommunities();
  const appointed = appointments
    .filter(({ role }) => role === 'community_secretary' || role === 'subdistrict_officer')
    .flatMap(({ areaId, areaName }) => (areaId === null ? [] : [{ value: areaId, label: areaName ?? '' }]));
  const within = communities.flatMap(({ community, grids }) => [
    { value: community.id, label: community.name },
    ...grids.map((grid) => ({ value: grid.id, label: `${community.name} ${grid.name}` })),
  ]);
  const all = appointments.some(({ role }) => role === 'platform_admin')
    ? [{ value: EVERYWHERE, label: '所有地方' }]
    : [];
  const choices = [...all, ...appointed, ...within];
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}
