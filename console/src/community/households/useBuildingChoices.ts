import { useStaffCommunities } from '../../incidents/useStaffCommunities';

export interface BuildingChoice {
  value: string;
  label: string;
}

/** The buildings of this person's communities, each by its whole name. */
export function useBuildingChoices(): BuildingChoice[] {
  const communities = useStaffCommunities();
  const several = communities.length > 1;
  return communities.flatMap(({ community, buildings }) =>
    buildings.map(({ id, name, estateName }) => ({
      value: id,
      label: [several && community.name, estateName, name].filter(Boolean).join(' '),
    })),
  );
}
