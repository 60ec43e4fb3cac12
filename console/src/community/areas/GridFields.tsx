import { Input } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Field } from '../../forms/Field';
import { useMe } from '../../session/useMe';
import type { ChosenCardProps } from './ChosenCard';
import { contains, squareMetresOf } from './plan-shape';

const CODE = /^\d{15}$/;

/** A grid's code of 15 digits, who serves it, and what lies in it. */
export function GridFields({ plan, draft, chosen, editable, onChange }: ChosenCardProps) {
  const grid = draft.grids.find(({ id }) => id === chosen.id);
  const [code, setCode] = useState(grid?.code ?? '');
  if (!grid) return null;
  const inside = draft.buildings.filter(
    ({ location }) => location && contains(grid.polygon, [location.lng, location.lat]),
  );
  const homeCounts = new Map(plan.buildings.map(({ id, homeCount }) => [id, homeCount]));
  const homes = inside.reduce((sum, { id }) => sum + (homeCounts.get(id) ?? 0), 0);
  const wrong = code !== '' && !CODE.test(code);
  const done = () => {
    const next = code.trim() === '' ? null : code.trim();
    if (wrong || next === grid.code) return;
    onChange({
      ...draft,
      grids: draft.grids.map((one) => (one.id === grid.id ? { ...one, code: next } : one)),
    });
  };
  return (
    <>
      {editable ? (
        <Field
          id="grid-code"
          label="网格编码"
          error={wrong && '网格编码要是 15 位数字'}
          hint={plan.community.code ? `社区的 ${plan.community.code} 加 3 位序号` : undefined}
        >
          <Input
            id="grid-code"
            inputMode="numeric"
            maxLength={15}
            value={code}
            status={wrong ? 'error' : ''}
            onChange={(e) => setCode(e.target.value)}
            onBlur={done}
          />
        </Field>
      ) : (
        <p className="note-text">编码 {grid.code ?? '还没有'}</p>
      )}
      <p className="note-text">
        {(squareMetresOf(grid.polygon) / 10_000).toFixed(1)} 公顷，{inside.length} 栋楼
        {plan.asOf === null && `，${homes} 户`}
        {grid.polygon.length > 1 && `，挖空 ${grid.polygon.length - 1} 块`}
      </p>
      {plan.asOf === null && <Workers names={plan.grids.find(({ id }) => id === grid.id)?.workerNames} />}
    </>
  );
}

/** A grid that has just been drawn has no names: nobody can be appointed to it before it is saved. */
function Workers({ names }: { names: string[] | null | undefined }) {
  const { permissions } = useMe();
  if (!names) return <p className="note-text">还没有网格员，保存以后再任命</p>;
  if (names.length > 0) return <p className="note-text">网格员：{names.join('、')}</p>;
  return (
    <p className="note-text areas-left">
      <TriangleAlert />
      还没有网格员
      {permissions.includes('appointment.manage') && (
        <>
          ，去<Link to="/community/people">人员与任命</Link>里任命
        </>
      )}
    </p>
  );
}
