import { Button, Checkbox, Input } from 'antd';
import { Download, PenLine, Redo2, Undo2, Upload } from 'lucide-react';
import type { MapPlan } from '../../api/contract';
import { serverNowMs } from '../../clock/server-time';
import { downloadPlan } from './plan-file';
import type { Drawing } from './usePlanDraft';

interface PlanBarProps {
  plan: MapPlan;
  day: string | null;
  editing: boolean;
  drawing: Drawing;
  together: boolean;
  /** What a press on the map adds, and how many corners it has so far. */
  adding: { what: keyof typeof ADDING_WORDS; corners: number } | null;
  /** Whether the community has an outline, without which nothing else can be drawn. */
  bounded: boolean;
  onDay: (day: string | null) => void;
  onEdit: () => void;
  onTogether: (together: boolean) => void;
  onAdd: (what: 'community' | 'grid' | 'building') => void;
  onImport: () => void;
  onFinish: () => void;
  onCancel: () => void;
  onStep: (step: () => void) => void;
}

const ADDING_WORDS = {
  community: '在地图上依次点出社区边界的角，靠近相邻社区的角会自动对齐',
  grid: '在地图上依次点出新网格的角，靠近邻居的角和边会自动对齐',
  hole: '在网格里依次点出要挖空的一块',
  cut: '从网格的一条边点到另一条边，中间可以拐弯',
  building: '在地图上点一下楼在哪里',
};

/** How many corners it takes. */
export const CORNERS = { community: 3, grid: 3, hole: 3, cut: 2, building: 1 };

const SHANGHAI_MS = 8 * 3_600_000;
const today = () => new Date(serverNowMs() + SHANGHAI_MS).toISOString().slice(0, 10);

/** What can be done with the map as a whole. */
export function PlanBar({ plan, day, editing, drawing, together, adding, bounded, ...on }: PlanBarProps) {
  if (adding) {
    return (
      <div className="areas-bar adding" role="status">
        <span className="grow">{ADDING_WORDS[adding.what]}</span>
        {adding.what !== 'building' && (
          <Button type="primary" disabled={adding.corners < CORNERS[adding.what]} onClick={on.onFinish}>
            {adding.what === 'cut' ? '分开' : '画好了'}
          </Button>
        )}
        <Button onClick={on.onCancel}>{adding.what === 'cut' ? '不分了' : '不画了'}</Button>
      </div>
    );
  }
  return (
    <div className="areas-bar">
      {editing ? (
        <>
          {!bounded && (
            <Button type="primary" onClick={() => on.onAdd('community')}>
              画社区边界
            </Button>
          )}
          <Button disabled={!bounded} onClick={() => on.onAdd('grid')}>
            画新网格
          </Button>
          <Button
            disabled={!bounded || drawing.draft.estates.length === 0}
            onClick={() => on.onAdd('building')}
          >
            加一栋楼
          </Button>
          <Button
            icon={<Undo2 />}
            aria-label="撤销"
            title="撤销"
            disabled={!drawing.canUndo}
            onClick={() => on.onStep(drawing.undo)}
          />
          <Button
            icon={<Redo2 />}
            aria-label="重做"
            title="重做"
            disabled={!drawing.canRedo}
            onClick={() => on.onStep(drawing.redo)}
          />
          <Button icon={<Upload />} onClick={on.onImport}>
            导入 GeoJSON
          </Button>
          <Checkbox checked={together} onChange={(e) => on.onTogether(e.target.checked)}>
            邻居的边一起动
          </Checkbox>
        </>
      ) : (
        <>
          <label className="row" htmlFor="areas-day">
            看哪一天的
            <Input
              id="areas-day"
              type="date"
              className="areas-day"
              max={today()}
              value={day ?? today()}
              onChange={(e) => on.onDay(e.target.value && e.target.value !== today() ? e.target.value : null)}
            />
          </label>
          {day && (
            <>
              <span className="chip rest">以前的地图，只能看</span>
              <Button onClick={() => on.onDay(null)}>回到现在</Button>
            </>
          )}
        </>
      )}
      <span className="grow" />
      {!editing && plan.community.polygon.length > 0 && (
        <Button icon={<Download />} onClick={() => downloadPlan(plan)}>
          导出 GeoJSON
        </Button>
      )}
      {!editing && plan.mayEdit && (
        <Button type="primary" icon={<PenLine />} onClick={on.onEdit}>
          改地图
        </Button>
      )}
    </div>
  );
}
