import { ChevronUp } from 'lucide-react';
import type { IncidentCard } from '../../api/contract';
import { useStaffCommunities } from '../useStaffCommunities';
import { IncidentRow } from './IncidentRow';
import './incident-table.css';

interface IncidentTableProps {
  items: IncidentCard[];
  /** Which of them have just come in. */
  arrived: Set<string>;
  now: number;
  byClock: boolean;
  openId: string | undefined;
  cursor: string | undefined;
  onPoint: (id: string) => void;
}

/** Rows stand in the server's order: among open ones what runs out soonest comes first, else the latest. */
export function IncidentTable({ items, arrived, now, byClock, openId, cursor, onPoint }: IncidentTableProps) {
  // Grids of two communities have the same names.
  const communities = useStaffCommunities().map(({ community }) => community);
  const nameOf = new Map(communities.length > 1 ? communities.map(({ id, name }) => [id, name]) : []);
  return (
    <>
      <p className="visually-hidden" role="status">
        {arrived.size > 0 && `刚到 ${arrived.size} 件新事件`}
      </p>
      <table className="incident-table">
        <thead>
          <tr>
            <th className="col-clock" aria-sort={byClock ? 'ascending' : undefined}>
              时限 {byClock && <ChevronUp className="sort-mark" />}
            </th>
            <th>事件</th>
            <th className="col-wide">网格</th>
            <th className="col-wide">类别</th>
            <th className="col-state">状态</th>
            <th className="col-handler">谁在办</th>
            <th className="col-when">报上</th>
          </tr>
        </thead>
        <tbody>
          {items.map((incident) => (
            <IncidentRow
              key={incident.id}
              incident={incident}
              now={now}
              arrived={arrived.has(incident.id)}
              open={incident.id === openId}
              pointed={incident.id === cursor}
              communityName={nameOf.get(incident.communityId) ?? null}
              onPoint={onPoint}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
