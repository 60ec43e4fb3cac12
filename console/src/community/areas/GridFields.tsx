import { Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../forms/Field';
import type { ChosenCardProps } from './ChosenCard';
import { contains, squareMetresOf } from './plan-shape';

const CODE = /^\d{15}$/;

/** A grid's code of 15 digits, and what lies in it. */
export function GridFields({ plan, draft, chosen, editable, onChange }: ChosenCardProps) {
  const grid = draft.grids.find(({ id }) => id === chosen.id);
  const [code, setCode] = useState(grid?.code ?? '');
  if (!grid) return null;
  const inside = draft.buildings.filter(
    ({ location }) => location && contains(grid.polygon, [location.lng, location.lat]),
  );
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
        {grid.polygon.length > 1 && `，挖空 ${grid.polygon.length - 1} 块`}
      </p>
    </>
  );
}
