import { Button } from 'antd';
import { Link } from 'react-router';
import type { MapPlan } from '../../api/contract';
import { newId } from '../../api/new-id';
import { useMe } from '../../session/useMe';
import type { Chosen } from './draw-plan';
import { MapEdits } from './MapEdits';
import { nextName, type PlanDraft } from './plan-draft';
import { squareMetresOf } from './plan-shape';

interface PlanListProps {
  plan: MapPlan;
  draft: PlanDraft;
  editable: boolean;
  onChoose: (chosen: Chosen) => void;
  onChange: (draft: PlanDraft) => void;
  onDescribe?: (() => void) | undefined;
}

/** Everything on the map as a list, which a keyboard reaches. */
export function PlanList({ plan, draft, editable, onChoose, onChange, onDescribe }: PlanListProps) {
  const { permissions } = useMe();
  const { community, grids, estates, buildings } = draft;
  const addEstate = () => {
    const estate = {
      id: newId(),
      name: nextName(
        estates.map(({ name }) => name),
        '号小区',
      ),
    };
    onChange({ ...draft, estates: [...estates, estate] });
    onChoose({ kind: 'estate', id: estate.id });
  };
  return (
    <>
      <section className="areas-card" aria-label="社区">
        <h2>{community.name}</h2>
        <dl className="settings-facts">
          <dt>所属</dt>
          <dd>{plan.community.subdistrictName ?? '—'}</dd>
          <dt>编码</dt>
          <dd>{plan.community.code ?? '—'}</dd>
          <dt>短码</dt>
          <dd>{plan.community.shortCode ?? '—'}</dd>
        </dl>
        <div className="row">
          {!editable && onDescribe && <Button onClick={onDescribe}>改名字和编码</Button>}
          {editable && community.polygon.length > 0 && (
            <Button onClick={() => onChoose({ kind: 'community', id: community.id })}>改名字和边界</Button>
          )}
          {permissions.includes('clock.configure') && (
            <Link to={`/settings/clocks?area=${community.id}`}>服务时间</Link>
          )}
          {permissions.includes('duty_phone.configure') && <Link to="/settings/duty-phone">值班电话</Link>}
        </div>
      </section>
      <Group title={`网格 ${grids.length}`}>
        {grids.map(({ id, name, code, polygon }) => (
          <Row
            key={id}
            name={name}
            note={[
              code,
              `${(squareMetresOf(polygon) / 10_000).toFixed(1)} 公顷`,
              plan.grids.find((grid) => grid.id === id)?.workerNames?.length === 0 && '还没有网格员',
            ]
              .filter(Boolean)
              .join(' · ')}
            onOpen={() => onChoose({ kind: 'grid', id })}
          />
        ))}
      </Group>
      <Group title={`小区 ${estates.length}`}>
        {estates.map(({ id, name }) => (
          <Row
            key={id}
            name={name}
            note={`${buildings.filter(({ estateId }) => estateId === id).length} 栋楼`}
            onOpen={() => onChoose({ kind: 'estate', id })}
          />
        ))}
        {editable && (
          <li>
            <Button onClick={addEstate}>加一个小区</Button>
          </li>
        )}
      </Group>
      {!editable && <MapEdits communityId={community.id} />}
    </>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="areas-card" aria-label={title}>
      <h2>{title}</h2>
      <ul className="areas-list">{children}</ul>
    </section>
  );
}

function Row({ name, note, onOpen }: { name: string; note: string; onOpen: () => void }) {
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <b>{name}</b>
        <span>{note}</span>
      </button>
    </li>
  );
}
