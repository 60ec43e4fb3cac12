import { Button } from 'antd';
import { Building2 } from 'lucide-react';
import { useRef } from 'react';
import { api } from '../../api/client';
import { newId } from '../../api/new-id';
import { usePlaceChange } from './usePlaces';

interface MakeForBuildingsProps {
  communityId: string;
  buildings: { id: string }[];
  onMade: () => void;
}

/** All buildings at which nothing hangs yet, in one press. */
export function MakeForBuildings({ communityId, buildings, onMade }: MakeForBuildingsProps) {
  // A building keeps the id of its code while the outcome is unknown, so that pressing again makes no second one.
  const ids = useRef(new Map<string, string>());
  const make = usePlaceChange<string[]>({
    send: (_, buildingIds) =>
      api.POST('/api/communities/{id}/places', {
        params: { path: { id: communityId } },
        body: {
          places: buildingIds.map((buildingId) => {
            const id = ids.current.get(buildingId) ?? newId();
            ids.current.set(buildingId, id);
            return { id, buildingId };
          }),
        },
      }),
    say: (made) => `给 ${made.length} 栋楼做好了码，勾选以后打印`,
    after: onMade,
  });
  if (buildings.length === 0) return null;
  return (
    <Button
      icon={<Building2 />}
      loading={make.pending}
      onClick={() => make.run(buildings.map(({ id }) => id))}
    >
      {buildings.length} 栋楼还没有码，都做上
    </Button>
  );
}
