import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ChosenCardProps } from './ChosenCard';
import { withCornerMoved } from './plan-edits';
import { type Corner, type CornerRef, cornerAt, movedByMetres, removeCorner } from './plan-shape';

const STEP_METRES = 1;
const LONG_STEP_METRES = 10;
const ARROWS: Record<string, [east: number, north: number]> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The corners as a list: with the arrow keys a corner goes a metre, with Shift ten, exactly where it is sent. */
export function CornerList({ draft, chosen, corner, together, onCorner, onChange }: ChosenCardProps) {
  const active = useRef<HTMLButtonElement>(null);
  const area = chosen.kind === 'community' ? draft.community : draft.grids.find(({ id }) => id === chosen.id);
  useEffect(() => {
    if (corner) active.current?.scrollIntoView({ block: 'nearest' });
  }, [corner]);
  if (!area) return null;

  const move = (event: KeyboardEvent, ref: CornerRef, from: Corner) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const step = event.shiftKey ? LONG_STEP_METRES : STEP_METRES;
    const to = movedByMetres(from, arrow[0] * step, arrow[1] * step);
    onCorner(ref);
    onChange(withCornerMoved(draft, chosen, ref, to, { within: 0, together }));
  };
  const removed = corner && removeCorner(area.polygon, corner);
  const remove = () => {
    if (!removed) return;
    const polygon = removed;
    onChange({
      ...draft,
      community: chosen.kind === 'community' ? { ...draft.community, polygon } : draft.community,
      grids: draft.grids.map((one) => (one.id === chosen.id ? { ...one, polygon } : one)),
    });
    onCorner(null);
  };
  return (
    <div className="stack-tight">
      <p className="note-text">选一个角，用方向键移动 1 米，按住 Shift 移动 10 米。</p>
      <ol className="areas-corners" aria-label="边界的角">
        {area.polygon.flatMap((ring, i) =>
          ring.map((from, at) => {
            const ref = { ring: i, at };
            const on = corner?.ring === i && corner.at === at;
            return (
              <li key={`${i} ${at}`}>
                <button
                  ref={on ? active : null}
                  type="button"
                  aria-pressed={on}
                  onClick={() => onCorner(ref)}
                  onKeyDown={(event) => move(event, ref, from)}
                >
                  <b>
                    {i > 0 && `空 ${i} · `}角 {at + 1}
                  </b>
                  <span>
                    {from[0].toFixed(5)}, {from[1].toFixed(5)}
                  </span>
                </button>
              </li>
            );
          }),
        )}
      </ol>
      <Button
        disabled={!corner || !cornerAt(area.polygon, corner) || removed === area.polygon}
        onClick={remove}
      >
        删掉选中的角
      </Button>
    </div>
  );
}
