import { InputNumber, Select } from 'antd';
import { Field } from '../../forms/Field';
import type { ChosenCardProps } from './ChosenCard';
import type { DraftBuilding } from './plan-draft';
import { gridNameAt } from './plan-edits';

const MOST_ENTRANCES = 30;

/** A building's estate and entrances; where it stands is dragged on the map. */
export function BuildingFields({ plan, draft, chosen, editable, onChange }: ChosenCardProps) {
  const building = draft.buildings.find(({ id }) => id === chosen.id);
  if (!building) return null;
  const change = (part: Partial<DraftBuilding>) =>
    onChange({
      ...draft,
      buildings: draft.buildings.map((one) => (one.id === building.id ? { ...one, ...part } : one)),
    });
  const before = plan.buildings.find(({ id }) => id === building.id);
  const grid = building.location && gridNameAt(draft, [building.location.lng, building.location.lat]);
  const estate = draft.estates.find(({ id }) => id === building.estateId);
  return (
    <>
      {editable ? (
        <>
          <Field id="building-estate" label="小区">
            <Select
              id="building-estate"
              value={building.estateId}
              options={draft.estates.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(estateId) => change({ estateId })}
            />
          </Field>
          <Field id="building-entrances" label="单元数" hint="只能加，不能减。">
            <InputNumber
              id="building-entrances"
              min={before?.entranceCount ?? 0}
              max={MOST_ENTRANCES}
              precision={0}
              value={building.entranceCount}
              onChange={(entranceCount) => change({ entranceCount: entranceCount ?? 0 })}
            />
          </Field>
        </>
      ) : (
        <p className="note-text">
          {estate?.name}，{building.entranceCount} 个单元
        </p>
      )}
      <p className="note-text">{grid ? `在${grid}里` : '不在任何网格里'}</p>
    </>
  );
}
