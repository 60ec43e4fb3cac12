import { momentWords } from '@linli/shared';
import { serverNowMs } from '../../clock/server-time';
import { useMapEdits } from './useAreas';

const PARTS = [
  ['grids', '网格'],
  ['closedGrids', '关掉的网格'],
  ['estates', '小区'],
  ['closedEstates', '关掉的小区'],
  ['buildings', '楼'],
  ['closedBuildings', '关掉的楼'],
] as const;

/** Who changed the map, the latest first. */
export function MapEdits({ communityId }: { communityId: string }) {
  const edits = useMapEdits(communityId);
  return (
    <section className="areas-card" aria-label="改动记录">
      <h2>改动记录</h2>
      {edits.data?.items.length === 0 && <p className="note-text">还没有人改过这张地图。</p>}
      <ol className="areas-list">
        {edits.data?.items.map(({ id, version, actorName, at, changed }) => (
          <li key={id}>
            <b>
              第 {version} 次 · {actorName}
            </b>
            <span>
              {momentWords(at, serverNowMs())} ·{' '}
              {[
                ...(changed.community ? ['社区'] : []),
                ...PARTS.filter(([part]) => changed[part] > 0).map(
                  ([part, words]) => `${words} ${changed[part]}`,
                ),
              ].join('、')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
