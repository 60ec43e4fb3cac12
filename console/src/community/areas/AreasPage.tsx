import { MapPinOff } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { asProblem } from '../../api/problem';
import { Waiting } from '../../settings/Waiting';
import { StatePanel } from '../../shell/StatePanel';
import { AreaForm, type AreaTask } from './AreaForm';
import { AreaTree } from './AreaTree';
import { MapPlanView } from './MapPlanView';
import { useAreaTree } from './useAreas';
import './areas.css';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** 区域: the tree of what one sees to, and beside it the map of one community, now or on an earlier day. */
export function AreasPage() {
  const { id } = useParams();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const tree = useAreaTree();
  const [task, setTask] = useState<AreaTask | null>(null);
  if (!tree.data) {
    return (
      <Waiting problem={tree.isError ? asProblem(tree.error) : null} onRetry={() => void tree.refetch()} />
    );
  }
  const { subdistricts } = tree.data;
  const communities = subdistricts.flatMap((subdistrict) => subdistrict.communities);
  const open = communities.find((one) => one.id === id) ?? (id === undefined ? communities[0] : undefined);
  const around = subdistricts.find((subdistrict) => open && subdistrict.communities.includes(open));
  const asked = search.get('asOf') ?? '';
  const day = DAY.test(asked) ? asked : null;
  const show = (communityId: string) => navigate(`/community/areas/${communityId}`);
  return (
    <div className="areas">
      <AreaTree tree={tree.data} openId={open?.id} onOpen={show} onTask={setTask} />
      {open ? (
        <MapPlanView
          key={`${open.id} ${day}`}
          communityId={open.id}
          day={day}
          onDay={(next) => setSearch(next ? { asOf: next } : {})}
          onDescribe={
            around?.mayAdd ? () => setTask({ what: 'describe', kind: 'community', area: open }) : undefined
          }
        />
      ) : (
        <StatePanel
          icon={<MapPinOff />}
          title={communities.length > 0 ? '没有找到这个社区' : '您名下还没有社区'}
          note={communities.length > 0 ? '请从左边选一个。' : undefined}
        />
      )}
      {task && (
        <AreaForm
          task={task}
          countyNames={[...new Set(subdistricts.flatMap(({ countyName }) => countyName ?? []))]}
          onDone={(done) => {
            setTask(null);
            if (task.what === 'community') show(done);
          }}
          onClosed={() => {
            setTask(null);
            navigate('/community/areas');
          }}
          onClose={() => setTask(null)}
        />
      )}
    </div>
  );
}
