import { INCIDENT_ACTION_LABELS } from '@linli/shared';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import type { LocateIncident } from '../../api/contract';
import { fieldMessage } from '../../api/problem';
import { type Spot, SpotField } from '../../callers/SpotField';
import { FootForm } from '../../forms/FootForm';
import { communityMapQuery } from '../useStaffCommunities';
import type { MoveFormProps } from './forms';
import { useIncidentAction } from './useIncidentAction';

const NOWHERE: Spot = { buildingId: null, placeId: null, point: null };

/** Where it is, of what was told in words only: from then on it is the matter of whoever serves there. */
export function LocateForm({ incident, onClose }: MoveFormProps) {
  const [spot, setSpot] = useState(NOWHERE);
  const [tried, setTried] = useState(false);
  const { data: map, error } = useQuery(communityMapQuery(incident.communityId));
  const locate = useIncidentAction(
    incident.id,
    (actionId, body: Omit<LocateIncident, 'actionId'>) =>
      api.POST('/api/incidents/{id}/locate', {
        params: { path: { id: incident.id } },
        body: { actionId, ...body },
      }),
    { say: '地点补上了，归到那里的网格', after: onClose },
  );
  const body = bodyOf(spot);
  return (
    <FootForm
      title="补上地点"
      hint="问清楚了再选。补上后归到那里的网格，谁都看得到地点；补一次，不能再改。"
      submit={INCIDENT_ACTION_LABELS.locate}
      cancel="先不补"
      wrong={
        (error && '社区地图没打开，画好地图再来，或者过一会儿再试') ||
        (tried && body === null && '选一栋楼，或者在地图上点一下') ||
        (locate.problem && (fieldMessage(locate.problem, 'buildingId') ?? locate.problem.title))
      }
      pending={locate.pending}
      onSubmit={() => {
        setTried(true);
        if (body) locate.run(body);
      }}
      onClose={onClose}
    >
      <SpotField spot={spot} onPick={setSpot} communities={map ? [map] : []} withPlaces />
    </FootForm>
  );
}

function bodyOf({ buildingId, placeId, point }: Spot): Omit<LocateIncident, 'actionId'> | null {
  if (buildingId !== null) return { buildingId };
  if (placeId) return { placeId };
  return point && { location: { ...point, system: 'gcj02' } };
}
