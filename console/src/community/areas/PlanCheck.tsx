import { Button, Popconfirm } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { MapChanges, MapFault, MapPreview } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { Wrong } from '../../forms/Wrong';
import { changeCount } from './plan-draft';
import type { useMapPreview, useMapSave } from './useAreas';

interface PlanCheckProps {
  bounded: boolean;
  changes: MapChanges;
  /** Whoever works there is still to be appointed. */
  addedGrids: readonly { id: string; name: string }[];
  preview: ReturnType<typeof useMapPreview>;
  save: ReturnType<typeof useMapSave>;
  faults: readonly MapFault[];
  /** Whether corners have been pressed of something that is not drawn yet. */
  unfinished: boolean;
  onLook: (fault: MapFault) => void;
  onDiscard: () => void;
}

/** First what saving would do, or what is wrong and where; then saving. */
export function PlanCheck(props: PlanCheckProps) {
  const { bounded, changes, addedGrids, preview, save, faults } = props;
  const { unfinished, onLook, onDiscard } = props;
  const count = changeCount(changes);
  const failed = preview.error ? asProblem(preview.error) : save.problem;
  return (
    <section className="areas-card" aria-label="保存">
      <h2>{count === 0 ? '还没有改动' : `改了 ${count} 处`}</h2>
      {count === 0 && (
        <p className="note-text">
          {bounded
            ? '点一个网格，拖它的角；两个角中间的小点能加角。'
            : '先画社区的边界，再画网格、加小区和楼，一起保存。'}
        </p>
      )}
      <Wrong says={failed && faults.length === 0 ? failed.title : null} />
      {faults.length > 0 && (
        <ul className="areas-faults" role="alert">
          {faults.map((fault) => (
            <li key={`${fault.kind} ${fault.areaId} ${fault.otherId}`}>
              <TriangleAlert />
              <span className="grow">{fault.words}</span>
              {fault.at && (
                <Button type="link" onClick={() => onLook(fault)}>
                  去看
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {preview.data && <Consequences preview={preview.data} addedGrids={addedGrids} />}
      <div className="row">
        {preview.data ? (
          <Button type="primary" loading={save.pending} onClick={() => save.run(changes)}>
            保存地图
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={count === 0}
            loading={preview.isPending}
            onClick={() => preview.mutate(changes)}
          >
            检查一下
          </Button>
        )}
        {count === 0 && !unfinished ? (
          <Button onClick={onDiscard}>不改了</Button>
        ) : (
          <Popconfirm
            title={count === 0 ? '放弃正在画的' : `放弃改了的 ${count} 处`}
            description="画的都会丢掉，找不回来。"
            okText="放弃"
            cancelText="接着画"
            onConfirm={onDiscard}
          >
            <Button>放弃改动</Button>
          </Popconfirm>
        )}
      </div>
    </section>
  );
}

interface ConsequencesProps extends Pick<PlanCheckProps, 'addedGrids'> {
  preview: MapPreview;
}

function Consequences({ preview, addedGrids }: ConsequencesProps) {
  const { incidents, buildings, leftBehind } = preview;
  const where = (name: string | null) => name ?? '社区待分派';
  return (
    <div className="areas-consequences" role="status">
      <p>可以保存。</p>
      <ul>
        {incidents.map(({ fromGridName, toGridName, count }) => (
          <li key={`${fromGridName} ${toGridName}`}>
            {where(fromGridName)}有 {count} 件在办的事会换到{where(toGridName)}
          </li>
        ))}
        {buildings.map(({ fromGridName, toGridName, count }) => (
          <li key={`${fromGridName} ${toGridName} building`}>
            {where(fromGridName)}的 {count} 栋楼会归到{where(toGridName)}
          </li>
        ))}
        {leftBehind.map(({ placeName, words, count }) => (
          <li key={`${placeName} ${words}`} className="areas-left">
            <TriangleAlert />
            {placeName}还有 {count} 项任命（{words}），关掉以后请到
            <Link to="/community/people">人员与任命</Link>里结束
          </li>
        ))}
        {addedGrids.length > 0 && (
          <li className="areas-left">
            <TriangleAlert />
            {addedGrids.map(({ name }) => name).join('、')}还没有网格员，保存以后请到
            <Link to="/community/people">人员与任命</Link>里任命
          </li>
        )}
        {incidents.length === 0 && <li>没有在办的事要换网格</li>}
      </ul>
      <p className="note-text">办完的事留在原来的网格。</p>
    </div>
  );
}
