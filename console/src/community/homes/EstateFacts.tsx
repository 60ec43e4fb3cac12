import type { HomeEstate } from '../../api/contract';
import { areaText } from './home-views';

/** What owners' matters count by: homes, areas, and owners by title. */
export function EstateFacts({ estates }: { estates: readonly HomeEstate[] }) {
  if (estates.length === 0) return null;
  const sum = (of: (estate: HomeEstate) => number) => estates.reduce((all, estate) => all + of(estate), 0);
  const withoutArea = sum(({ withoutArea }) => withoutArea);
  const withoutOwner = sum(({ withoutOwner }) => withoutOwner);
  const [only] = estates;
  return (
    <dl className="estate-facts" aria-label="户数、面积和业主">
      <div>
        <dt>房屋</dt>
        <dd>{sum(({ homes }) => homes)} 套</dd>
      </div>
      <div>
        <dt>专有面积</dt>
        <dd>
          {areaText(sum(({ floorArea }) => floorArea))}
          {withoutArea > 0 && <small>还有 {withoutArea} 套没登记</small>}
        </dd>
      </div>
      {estates.length === 1 && only && (
        <div>
          <dt>业主</dt>
          <dd>
            {only.owners} 位<small>按产权算：一人几套算一位，几人共有算一位</small>
          </dd>
        </div>
      )}
      {withoutOwner > 0 && (
        <div>
          <dt>没有产权人</dt>
          <dd>{withoutOwner} 套</dd>
        </div>
      )}
    </dl>
  );
}
