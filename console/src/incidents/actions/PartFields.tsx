import { LIMITS } from '@linli/shared';
import { Input, Radio, Select } from 'antd';
import { X } from 'lucide-react';
import type { IncidentDetail, Organisation } from '../../api/contract';
import { DueField } from '../../forms/DueField';
import { SEARCHED } from '../../forms/searched';
import { organisationOptions } from '../organisation-options';
import type { PartDraft } from './dispatch-draft';

interface PartFieldsProps {
  part: PartDraft;
  place: number;
  organisations: Organisation[];
  incident: IncidentDetail;
  /** Chosen in another part. */
  taken: string[];
  /** Null: nothing to choose. */
  lead: boolean | null;
  removable: boolean;
  onChange: (some: Partial<PartDraft>) => void;
  onLead: () => void;
  onRemove: () => void;
}

/** One organisation's part: who, what, by when. */
export function PartFields(props: PartFieldsProps) {
  const { part, place, organisations, incident, taken, lead, removable, onChange, onLead, onRemove } = props;
  const busy = incident.tasks
    .filter(({ state }) => state === 'assigned' || state === 'working')
    .map(({ organisationName }) => organisationName);
  return (
    <fieldset className="part">
      <legend className="visually-hidden">第 {place} 家</legend>
      <div className="row">
        <Select
          className="grow"
          aria-label={`第 ${place} 家`}
          placeholder="选一家单位"
          showSearch={SEARCHED}
          value={part.organisationId}
          notFoundContent="还没有能帮忙的单位"
          options={organisationOptions(organisations, busy).map((option) => ({
            ...option,
            disabled: option.disabled || taken.includes(option.value),
          }))}
          onChange={(organisationId) => onChange({ organisationId })}
        />
        {lead !== null && (
          <Radio checked={lead} onChange={onLead}>
            牵头
          </Radio>
        )}
        {removable && (
          <button
            type="button"
            className="icon-button"
            aria-label={`去掉第 ${place} 家`}
            title="去掉"
            onClick={onRemove}
          >
            <X />
          </button>
        )}
      </div>
      <Input
        id={`part-note-${place}`}
        aria-label={`第 ${place} 家办什么`}
        maxLength={LIMITS.noteChars}
        value={part.note}
        placeholder="要他们办什么，比如：请今天把灯换好"
        onChange={(e) => onChange({ note: e.target.value })}
      />
      <DueField
        id={`part-due-${place}`}
        label="哪天办好"
        value={part.due}
        onChange={(due) => onChange({ due })}
      />
    </fieldset>
  );
}
