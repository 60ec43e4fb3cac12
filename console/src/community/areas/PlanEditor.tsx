import { App } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { MapPlan } from '../../api/contract';
import { newId } from '../../api/new-id';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { ChosenCard } from './ChosenCard';
import type { Chosen, MapTools } from './draw-plan';
import { ImportForm } from './ImportForm';
import { CORNERS, PlanBar } from './PlanBar';
import { PlanCheck } from './PlanCheck';
import { PlanList } from './PlanList';
import { changeCount, nextGridCode, nextName } from './plan-draft';
import { snappedGround, snappedToNeighbours, tied, withCornerMoved } from './plan-edits';
import { type Corner, type CornerRef, insertCorner, kept } from './plan-shape';
import { withGridSplit } from './plan-split';
import { faultsIn, useMapPreview, useMapSave } from './useAreas';
import { usePlanDraft } from './usePlanDraft';

const PlanMap = lazy(() => import('./PlanMap'));

/** A corner let go this near to another is put onto it. */
const SNAP_PIXELS = 10;

/** What a press on the map adds: the community's outline, a grid's, a hole in one, a line that cuts one in two, a building. */
type Adding =
  | { what: 'community' | 'grid' | 'hole' | 'cut'; corners: Corner[] }
  | { what: 'building' }
  | null;

interface PlanEditorProps {
  plan: MapPlan;
  day: string | null;
  onDay: (day: string | null) => void;
  onDescribe?: (() => void) | undefined;
}

/** One community's map: looked at, or drawn, checked and saved as a whole. */
export function PlanEditor({ plan, day, onDay, onDescribe }: PlanEditorProps) {
  const { message } = App.useApp();
  const drawing = usePlanDraft(plan);
  const { draft, changes } = drawing;
  const changed = changeCount(changes) > 0;
  const [editing, setEditing] = useState(changed && plan.mayEdit);
  const [chosen, choose] = useState<Chosen | null>(null);
  const [corner, setCorner] = useState<CornerRef | null>(null);
  const [adding, setAdding] = useState<Adding>(null);
  const [together, setTogether] = useState(true);
  const [importing, setImporting] = useState(false);
  const [look, setLook] = useState<{ at: Corner } | null>(null);
  const preview = useMapPreview(plan.community.id, plan.version);
  const save = useMapSave(plan.community.id, plan.version, () => {
    preview.reset();
    drawing.discard();
    setEditing(false);
    setCorner(null);
  });
  const editable = editing && plan.mayEdit;
  const faults = faultsIn(preview.error ?? save.problem);

  const change: typeof drawing.change = (next) => {
    // What was said of the drawing before is no longer about this one.
    preview.reset();
    drawing.change(next);
  };
  const pick = (next: Chosen | null) => {
    choose(next);
    setCorner(null);
  };
  const grid = chosen?.kind === 'grid' ? draft.grids.find(({ id }) => id === chosen.id) : undefined;

  function press(at: Corner, metresPerPixel: number): void {
    if (adding === null) return;
    if (adding.what === 'building') {
      const [estate] = draft.estates;
      if (!estate) return;
      const chosenEstate = chosen?.kind === 'estate' ? chosen.id : estate.id;
      const [lng, lat] = kept(at);
      const names = draft.buildings
        .filter(({ estateId }) => estateId === chosenEstate)
        .map(({ name }) => name);
      const building = {
        id: newId(),
        name: nextName(names, '号楼'),
        estateId: chosenEstate,
        entranceCount: 1,
        location: { lng, lat },
      };
      change({ ...draft, buildings: [...draft.buildings, building] });
      setAdding(null);
      pick({ kind: 'building', id: building.id });
      return;
    }
    const within = SNAP_PIXELS * metresPerPixel;
    const to =
      adding.what === 'community'
        ? snappedToNeighbours(plan, at, within)
        : // Both ends of a cut come onto the border by themselves.
          kept(adding.what === 'cut' ? at : snappedGround(draft, at, within));
    setAdding({ ...adding, corners: [...adding.corners, to] });
  }

  function finish(): void {
    if (adding === null || adding.what === 'building' || adding.corners.length < CORNERS[adding.what]) return;
    if (adding.what === 'cut') {
      const codes = { community: plan.community.code, retired: plan.retiredCodes };
      if (!grid) return;
      const cut = withGridSplit(draft, grid.id, adding.corners, codes);
      if (typeof cut === 'string') {
        void message.warning(cut);
        setAdding({ ...adding, corners: [] });
        return;
      }
      change(cut.draft);
      pick({ kind: 'grid', id: cut.addedId });
    } else if (adding.what === 'hole') {
      if (grid)
        change({
          ...draft,
          grids: draft.grids.map((one) =>
            one.id === grid.id ? { ...one, polygon: [...one.polygon, adding.corners] } : one,
          ),
        });
    } else if (adding.what === 'community') {
      change({ ...draft, community: { ...draft.community, polygon: [adding.corners] } });
    } else {
      const taken = [...draft.grids.flatMap(({ code }) => code ?? []), ...plan.retiredCodes];
      const added = {
        id: newId(),
        name: nextName(
          draft.grids.map(({ name }) => name),
          '网格',
        ),
        code: nextGridCode(plan.community.code, taken),
        polygon: [adding.corners],
      };
      change(tied({ ...draft, grids: [...draft.grids, added] }, added.id));
      pick({ kind: 'grid', id: added.id });
    }
    setAdding(null);
  }

  const moved = (ref: CornerRef, to: Corner, metresPerPixel: number) =>
    chosen === null
      ? draft
      : withCornerMoved(draft, chosen, ref, to, { within: SNAP_PIXELS * metresPerPixel, together });
  const tools: MapTools = {
    onGround: press,
    onChoose: (next) => {
      if (adding === null) pick(next);
    },
    onCorner: setCorner,
    withCorner: moved,
    onMoveCorner: (ref, to, metresPerPixel) => {
      setCorner(ref);
      change(moved(ref, to, metresPerPixel));
    },
    onInsert: (ref, at) => {
      const grids = draft.grids.map((one) =>
        one.id === chosen?.id ? { ...one, polygon: insertCorner(one.polygon, ref, at) } : one,
      );
      const { community } = draft;
      const polygon =
        community.id === chosen?.id ? insertCorner(community.polygon, ref, at) : community.polygon;
      const next = { ...draft, community: { ...community, polygon }, grids };
      change(together && grid ? tied(next, grid.id) : next);
      setCorner({ ring: ref.ring, at: ref.at + 1 });
    },
    onMoveBuilding: (id, to) => {
      const [lng, lat] = kept(to);
      change({
        ...draft,
        buildings: draft.buildings.map((one) => (one.id === id ? { ...one, location: { lng, lat } } : one)),
      });
    },
  };

  return (
    <>
      <section className="areas-main" aria-label={draft.community.name}>
        <PlanBar
          plan={plan}
          day={day}
          editing={editable}
          drawing={drawing}
          together={together}
          adding={
            adding === null
              ? null
              : { what: adding.what, corners: 'corners' in adding ? adding.corners.length : 0 }
          }
          onDay={onDay}
          onEdit={() => setEditing(true)}
          onTogether={setTogether}
          bounded={draft.community.polygon.length > 0}
          onAdd={(what) => setAdding(what === 'building' ? { what } : { what, corners: [] })}
          onImport={() => setImporting(true)}
          onFinish={finish}
          onCancel={() => setAdding(null)}
          onStep={(step) => {
            preview.reset();
            setCorner(null);
            step();
          }}
        />
        <Suspense fallback={<PageSkeleton />}>
          <PlanMap
            draft={draft}
            neighbours={plan.neighbours}
            chosen={chosen}
            corner={corner}
            drawing={adding !== null && 'corners' in adding ? adding.corners : null}
            placing={adding?.what === 'building'}
            faults={faults}
            look={look}
            editable={editable}
            tools={tools}
          />
        </Suspense>
      </section>
      {importing && (
        <ImportForm
          plan={plan}
          draft={draft}
          onImport={(next) => {
            change(next);
            setImporting(false);
            pick(null);
          }}
          onClose={() => setImporting(false)}
        />
      )}
      <aside className="areas-side" aria-label="这张地图">
        {editable && (
          <PlanCheck
            bounded={draft.community.polygon.length > 0}
            changes={changes}
            addedGrids={draft.grids.filter(({ id }) => !drawing.base.grids.some((one) => one.id === id))}
            preview={preview}
            save={save}
            faults={faults}
            onLook={(fault) => {
              const area = draft.grids.find(({ id }) => id === fault.areaId);
              if (area) pick({ kind: 'grid', id: area.id });
              if (fault.at) setLook({ at: [fault.at[0] ?? 0, fault.at[1] ?? 0] });
            }}
            unfinished={adding !== null && 'corners' in adding && adding.corners.length > 0}
            onDiscard={() => {
              preview.reset();
              drawing.discard();
              setEditing(false);
              setAdding(null);
              pick(null);
            }}
          />
        )}
        {chosen ? (
          <ChosenCard
            key={`${chosen.kind} ${chosen.id}`}
            plan={plan}
            draft={draft}
            chosen={chosen}
            corner={corner}
            together={together}
            editable={editable}
            onCorner={setCorner}
            onChange={change}
            onHole={() => setAdding({ what: 'hole', corners: [] })}
            onCut={() => setAdding({ what: 'cut', corners: [] })}
            onClose={() => pick(null)}
          />
        ) : (
          <PlanList
            plan={plan}
            draft={draft}
            editable={editable}
            onChoose={pick}
            onChange={change}
            onDescribe={onDescribe}
          />
        )}
      </aside>
    </>
  );
}
