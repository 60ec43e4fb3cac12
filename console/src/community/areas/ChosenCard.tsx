import { Button } from 'antd';
import { X } from 'lucide-react';
import type { MapPlan } from '../../api/contract';
import { useEscape } from '../../forms/useEscape';
import { BuildingFields } from './BuildingFields';
import { CornerList } from './CornerList';
import type { Chosen } from './draw-plan';
import { GridFields } from './GridFields';
import { NameField } from './NameField';
import type { PlanDraft } from './plan-draft';
import type { CornerRef } from './plan-shape';

export interface ChosenCardProps {
  plan: MapPlan;
  draft: PlanDraft;
  chosen: Chosen;
  corner: CornerRef | null;
  together: boolean;
  editable: boolean;
  onCorner: (corner: CornerRef | null) => void;
  onChange: (draft: PlanDraft) => void;
  onHole: () => void;
  onCut: () => void;
  onClose: () => void;
}

const WORDS: Record<Chosen['kind'], string> = {
  community: '社区',
  grid: '网格',
  estate: '小区',
  building: '楼',
};

/** What is chosen on the map: its name, what belongs to it, its corners. */
export function ChosenCard(props: ChosenCardProps) {
  const { draft, chosen, editable, onChange, onClose } = props;
  useEscape(onClose);
  const { community, grids, estates, buildings } = draft;
  const all = { community: [community], grid: grids, estate: estates, building: buildings }[chosen.kind];
  const thing = all.find(({ id }) => id === chosen.id);
  if (!thing) return null;
  const rename = (name: string) => {
    const renamed = <T extends { id: string }>(list: readonly T[]) =>
      list.map((one) => (one.id === chosen.id ? { ...one, name } : one));
    onChange({
      community: chosen.kind === 'community' ? { ...community, name } : community,
      grids: chosen.kind === 'grid' ? renamed(grids) : grids,
      estates: chosen.kind === 'estate' ? renamed(estates) : estates,
      buildings: chosen.kind === 'building' ? renamed(buildings) : buildings,
    });
  };
  const without = <T extends { id: string }>(list: readonly T[]) => list.filter(({ id }) => id !== chosen.id);
  const close = () => {
    onChange({ ...draft, grids: without(grids), estates: without(estates), buildings: without(buildings) });
    onClose();
  };
  const empty = chosen.kind === 'estate' && buildings.some(({ estateId }) => estateId === chosen.id);
  return (
    <section className="areas-card" aria-label={`${WORDS[chosen.kind]} ${thing.name}`}>
      <div className="row between">
        <h2>{thing.name}</h2>
        <Button type="text" icon={<X />} aria-label="返回列表" title="返回列表" onClick={onClose} />
      </div>
      <NameField what={WORDS[chosen.kind]} name={thing.name} editable={editable} onRename={rename} />
      {chosen.kind === 'grid' && <GridFields {...props} />}
      {chosen.kind === 'building' && <BuildingFields {...props} />}
      {chosen.kind === 'estate' && <EstateBuildings draft={draft} estateId={chosen.id} />}
      {editable && (chosen.kind === 'grid' || chosen.kind === 'community') && <CornerList {...props} />}
      {editable && chosen.kind !== 'community' && (
        <div className="row">
          {chosen.kind === 'grid' && <Button onClick={props.onCut}>分成两个网格</Button>}
          {chosen.kind === 'grid' && <Button onClick={props.onHole}>挖空一块</Button>}
          <Button danger disabled={empty} onClick={close}>
            关掉这个{WORDS[chosen.kind]}
          </Button>
        </div>
      )}
      {editable && empty && <p className="note-text">里面还有楼，先给它们换小区，再关掉它。</p>}
    </section>
  );
}

function EstateBuildings({ draft, estateId }: { draft: PlanDraft; estateId: string }) {
  const names = draft.buildings.filter((one) => one.estateId === estateId).map(({ name }) => name);
  return <p className="note-text">{names.length > 0 ? names.join('、') : '还没有楼'}</p>;
}
