import { newId } from '../../api/new-id';
import { type FileFeature, WrongFile } from './geojson';
import { nextGridCode, nextName, type PlanDraft } from './plan-draft';
import type { Outline } from './plan-shape';
import { welded } from './plan-weld';

/** What outlines are that do not say it themselves. */
export type OutlinesAre = 'grid' | 'community';

export interface ImportedPlan {
  draft: PlanDraft;
  counts: { community: boolean; newGrids: number; redrawnGrids: number; estates: number; buildings: number };
  /** What was done that somebody might not expect, in words. */
  remarks: string[];
}

const NAME_CHARS = 30;
const GRID_CODE = /^\d{15}$/;

interface Codes {
  community: string | null;
  retired: readonly string[];
}

/** Puts what a file holds onto the plan that is being drawn. What has the name of something there takes its place. */
export function importedInto(
  before: PlanDraft,
  features: readonly FileFeature[],
  outlinesAre: OutlinesAre,
  codes: Codes,
  /** The outlines of the communities around. */
  communities: readonly Outline[],
): ImportedPlan {
  const counts = { community: false, newGrids: 0, redrawnGrids: 0, estates: 0, buildings: 0 };
  const remarks: string[] = [];
  let draft = before;
  const outlined: string[] = [];
  const kindOf = ({ kind, shape }: FileFeature) =>
    shape.type === 'point' ? 'building' : kind === 'community' || kind === 'grid' ? kind : outlinesAre;

  for (const feature of features) {
    const { label, shape } = feature;
    if (feature.name !== null && feature.name.length > NAME_CHARS)
      throw new WrongFile(`${label}的名字超过 ${NAME_CHARS} 个字`);
    if (shape.type === 'point') {
      const placed = withBuilding(draft, feature, [shape.at[0], shape.at[1]]);
      counts.estates += placed.newEstate ? 1 : 0;
      counts.buildings += 1;
      draft = placed.draft;
      continue;
    }
    if (kindOf(feature) === 'community') {
      const [polygon, ...more] = shape.parts;
      if (counts.community) throw new WrongFile(`${label}：文件里有两个社区的边界，请只留下这个社区的`);
      if (!polygon || more.length > 0) throw new WrongFile(`${label}分成了几块，一个社区只能是一块`);
      draft = { ...draft, community: { ...draft.community, polygon } };
      counts.community = true;
      continue;
    }
    if (shape.parts.length > 1) remarks.push(`${label}分成了 ${shape.parts.length} 块，每一块是一个网格`);
    for (const [i, polygon] of shape.parts.entries()) {
      const name = feature.name !== null && i > 0 ? `${feature.name}（${i + 1}）` : feature.name;
      const placed = withGrid(
        draft,
        { ...feature, name, code: i === 0 ? feature.code : null },
        polygon,
        codes,
      );
      counts[placed.isNew ? 'newGrids' : 'redrawnGrids'] += 1;
      if (outlined.includes(placed.id)) throw new WrongFile(`文件里有两个网格都叫${label}`);
      outlined.push(placed.id);
      draft = placed.draft;
    }
  }
  const drawn = welded(draft, { gridIds: outlined, community: counts.community }, communities);
  return { draft: drawn, counts, remarks };
}

function withGrid(
  draft: PlanDraft,
  { label, name, code }: FileFeature,
  polygon: Outline,
  codes: Codes,
): { draft: PlanDraft; id: string; isNew: boolean } {
  if (code !== null && !GRID_CODE.test(code)) throw new WrongFile(`${label}的编码 ${code} 不是 15 位数字`);
  const known = draft.grids.find((grid) => (name === null ? false : grid.name === name));
  if (known) {
    const grids = draft.grids.map((grid) =>
      grid.id === known.id ? { ...grid, polygon, code: code ?? grid.code } : grid,
    );
    return { draft: { ...draft, grids }, id: known.id, isNew: false };
  }
  const taken = [...draft.grids.flatMap((grid) => grid.code ?? []), ...codes.retired];
  const added = {
    id: newId(),
    name:
      name ??
      nextName(
        draft.grids.map((grid) => grid.name),
        '网格',
      ),
    code: code ?? nextGridCode(codes.community, taken),
    polygon,
  };
  return { draft: { ...draft, grids: [...draft.grids, added] }, id: added.id, isNew: true };
}

function withBuilding(
  draft: PlanDraft,
  { label, name, estate }: FileFeature,
  [lng, lat]: [number, number],
): { draft: PlanDraft; newEstate: boolean } {
  if (name === null) throw new WrongFile(`${label}是一个点，没有名字，不知道是哪栋楼`);
  if (estate === null) throw new WrongFile(`${label}没有写在哪个小区（属性 estate 或者「小区」）`);
  const there = draft.estates.find((one) => one.name === estate);
  const home = there ?? { id: newId(), name: estate };
  const estates = there ? draft.estates : [...draft.estates, home];
  const known = draft.buildings.find((one) => one.name === name && one.estateId === home.id);
  const location = { lng, lat };
  const buildings = known
    ? draft.buildings.map((one) => (one.id === known.id ? { ...one, location } : one))
    : [...draft.buildings, { id: newId(), name, estateId: home.id, entranceCount: 1, location }];
  return { draft: { ...draft, estates, buildings }, newEstate: !there };
}
